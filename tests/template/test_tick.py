"""The one schedule of the template."""

from tests.template.test_template import RESOURCES, TEMPLATE


def test_one_schedule_ticks_every_five_minutes_in_hanoi_and_carries_its_time():
    (schedule,) = TEMPLATE.schedules
    assert (schedule.function, schedule.zone) == ("TickFunction", "Asia/Ho_Chi_Minh")
    assert schedule.expression == "cron(0/5 * * * ? *)"
    assert schedule.input == '{"slot": "<aws.scheduler.scheduled-time>"}'


def test_a_tick_older_than_ten_minutes_expires():
    properties = RESOURCES["TickFunction"]["Properties"]
    assert properties["EventInvokeConfig"]["MaximumEventAgeInSeconds"] == 600
    schedule = properties["Events"]["EveryFiveMinutes"]["Properties"]
    assert schedule["RetryPolicy"]["MaximumEventAgeInSeconds"] == 600
    assert schedule["FlexibleTimeWindow"] == {"Mode": "OFF"}
