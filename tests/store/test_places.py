"""A store on a network or synchronised drive is refused with a better place."""

from pathlib import Path

import pytest

from workbench.domain.errors import StoreOnShareError
from workbench.paths import store_file
from workbench.store.journal import Clock
from workbench.store.opening import open_store
from workbench.store.places import refuse_share


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """The list of mounts of a machine with a home folder on the network."""
    table = tmp_path / "mounts"
    lines = [
        "/dev/sda1 / ext4 rw 0 0",
        "srv:/thuis /thuis nfs4 rw 0 0",
        "/dev/sdb1 /thuis/lokaal ext4 rw 0 0",
        "//srv/share /net/met\\040spatie cifs rw 0 0",
    ]
    table.write_text("\n".join(lines), encoding="utf-8")
    return table


@pytest.mark.parametrize("folder", ["/thuis/adviseur", "/net/met spatie/map"])
def test_a_network_folder_is_refused(mounts: Path, folder: str) -> None:
    with pytest.raises(StoreOnShareError) as refusal:
        refuse_share(Path(folder) / "dossiers.sqlite", mounts)

    assert refusal.value.facts["reason"] == "network"
    assert refusal.value.facts["suggestion"] == str(store_file())


@pytest.mark.parametrize("folder", ["/thuis/lokaal/advisor", "/srv", "/thuiswerk"])
def test_a_local_folder_is_accepted(mounts: Path, folder: str) -> None:
    refuse_share(Path(folder) / "dossiers.sqlite", mounts)


def test_a_share_by_its_name_is_refused() -> None:
    with pytest.raises(StoreOnShareError):
        refuse_share(Path("//server/share/dossiers.sqlite"))


def test_a_synchronised_folder_is_refused_before_anything_is_written(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))

    with pytest.raises(StoreOnShareError) as refusal:
        open_store(tmp_path / "map" / "dossiers.sqlite", made_by="", clock=clock)

    assert refusal.value.facts["reason"] == "synchronised"
    assert list(tmp_path.iterdir()) == []
