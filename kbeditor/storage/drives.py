"""On which kind of drive a file lies: some do not bear a log that several programs share."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import psutil

SHARED = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afpfs", "afs", "webdav"),
        *("9p", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "osxfs", "lustre", "gpfs", "beegfs"),
        *("ceph", "glusterfs", "davfs", "sshfs", "vmhgfs-fuse", "vmware", "rclone", "s3fs"),
        *("gvfsd-fuse", "gcsfuse", "goofys", "smbnetfs", "curlftpfs", "macfuse", "osxfuse"),
        *("drvfs", "encfs", "drive", "onedriver"),
    }
)
"""File systems whose files other machines may have open, too, or that lack shared memory."""

_REMOTE = "remote"
"""How Windows names a drive that is another machine's."""


class Mount(Protocol):
    """A mounted drive, as psutil tells of it."""

    @property
    def mountpoint(self) -> str:
        """Its folder."""

    @property
    def fstype(self) -> str:
        """The name of its file system; on Windows its opts say more."""

    @property
    def opts(self) -> str:
        """How it is mounted, with commas."""


def network_drive(path: Path) -> str:
    """The file system of the network drive that a file lies on, "" for a drive of this machine."""
    whole = path.resolve()
    if str(whole).startswith("\\\\"):
        return "smb"
    try:
        return network_mount(whole, psutil.disk_partitions(all=True))
    except (OSError, psutil.Error):  # nothing is known: it is tried out
        return ""


def network_mount(whole: Path, mounts: Iterable[Mount]) -> str:
    """As `network_drive`, of these mounts; the last one of a folder is the one in sight."""
    holding = [mount for mount in mounts if whole.is_relative_to(mount.mountpoint)]
    if not holding:
        return ""
    deepest = max(len(Path(mount.mountpoint).parts) for mount in holding)
    mount = [each for each in holding if len(Path(each.mountpoint).parts) == deepest][-1]
    kind = mount.fstype.casefold().removeprefix("fuse.")
    if _REMOTE in mount.opts.split(","):
        return kind or _REMOTE
    return kind if kind in SHARED else ""
