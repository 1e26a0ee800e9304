"""The screens of a desk: the laptop, and the narrow one of whoever is away from it."""

LAPTOP = {"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN"}
PHONE = {"viewport": {"width": 360, "height": 740}, "locale": "vi-VN", "has_touch": True}
