"""The booth's own secrets on disk, and the lock on its folder."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.runtime.instance import AlreadyRunning, hold
from kiosk.runtime.keys import own_secret
from kiosk.store.trouble import StoreTrouble
from tests.support.site import new_clock, open_booth

ROOT = Path(__file__).parents[3]
HOLD = (
    "import sys; from pathlib import Path; from kiosk.runtime.instance import hold\n"
    "lock = hold(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


def test_a_secret_is_made_once_and_read_by_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "signing.key"
    secret = own_secret(path)
    assert len(secret) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert own_secret(path) == secret
    assert [each.name for each in tmp_path.iterdir()] == ["signing.key"]
    assert own_secret(tmp_path / "other.key") != secret


def test_a_half_written_secret_of_a_power_cut_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "signing.new").write_bytes(b"half")
    assert len(own_secret(tmp_path / "signing.key")) == 32


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_a_secret_of_another_size_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "signing.key"
    path.write_bytes(content)
    with pytest.raises(StoreTrouble, match=f"holds {len(content)} bytes, not 32") as trouble:
        own_secret(path)
    assert "backup" in trouble.value.remedy
    assert path.read_bytes() == content


def test_papers_signed_before_a_restart_are_still_known_after_it(tmp_path: Path) -> None:
    first = open_booth(tmp_path, new_clock())
    key, pepper = first.site.signer.public_key, first.pepper
    first.close()
    again = open_booth(tmp_path, new_clock())
    assert (again.site.signer.public_key, again.pepper) == (key, pepper)
    again.close()


def test_a_second_start_is_told_which_process_runs_and_a_kill_frees_the_folder(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(
            AlreadyRunning, match=f"process {process.pid} .*kill {process.pid}"
        ) as no:
            hold(tmp_path)
        assert no.value.pid == process.pid
        process.kill()
        process.wait()
        hold(tmp_path).close()


def test_a_lock_file_nobody_can_read_still_keeps_the_second_out(tmp_path: Path) -> None:
    lock = hold(tmp_path)
    (tmp_path / "booth.lock").write_text("no pid")
    with pytest.raises(AlreadyRunning) as no:
        hold(tmp_path)
    assert no.value.pid == 0
    lock.close()
