"""The embedded AWS: ministack, chosen by measurement (site/docs/vi/thiet-ke/may-chay-thu.md), as a child process."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from pathlib import Path

import botocore.session
from botocore.client import BaseClient
from botocore.config import Config

from tools.runner import tied
from tools.runner.function import CREDENTIALS, REGION

START_SECONDS = 30


class EngineSilentError(RuntimeError):
    """The engine did not begin to answer."""


class Engine:
    """Keeps everything in memory: each start begins empty. Bound to loopback."""

    def __init__(self, build: Path) -> None:
        self._state = build / "engine"
        self._log = build / "logs" / "engine.log"
        self._process: asyncio.subprocess.Process | None = None
        self.endpoint = ""

    async def start(self) -> None:
        """Returns when it answers. Raises EngineSilentError."""
        shutil.rmtree(self._state, ignore_errors=True)
        self._log.parent.mkdir(parents=True, exist_ok=True)
        port = free_port()
        self.endpoint = f"http://127.0.0.1:{port}"
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, tied.__file__, str(os.getpid()), "ministack"),
                env=self._environment(port),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        await self._listening(port)

    async def stop(self) -> None:
        if self._process and self._process.returncode is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.wait()

    def client(self, service: str) -> BaseClient:
        """A botocore client of one of its services."""
        session = botocore.session.Session()
        session.set_credentials(CREDENTIALS["AWS_ACCESS_KEY_ID"], CREDENTIALS["AWS_SECRET_ACCESS_KEY"])
        config = Config(connect_timeout=2, read_timeout=10, retries={"total_max_attempts": 2})
        return session.create_client(service, region_name=REGION, endpoint_url=self.endpoint, config=config)

    def _environment(self, port: int) -> dict[str, str]:
        return {
            "BIND_HOST": "127.0.0.1",
            "MINISTACK_HOST": "127.0.0.1",
            "SERVICES": "dynamodb,cognito-idp,s3,sqs,cloudfront",
            # These two would listen on every address, whatever BIND_HOST says.
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "GATEWAY_PORT": str(port),
            "MINISTACK_REGION": REGION,
            "STATE_DIR": str(self._state),
            "S3_DATA_DIR": str(self._state / "s3"),
            "LOG_LEVEL": "WARNING",
            "PATH": os.defpath,
            "HOME": str(self._state),
            "TMPDIR": str(self._state),
            "LANG": "C.UTF-8",
        }

    async def _listening(self, port: int) -> None:
        assert self._process is not None  # noqa: S101 - start() has set it
        for _ in range(START_SECONDS * 20):
            if self._process.returncode is not None:
                break
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
        raise EngineSilentError(f"the embedded engine did not start; see {self._log}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
