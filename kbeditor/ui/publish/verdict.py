"""What is said about a release before it is published: what it is compared with, what blocks it."""

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.releases import Profile, ReleasePreview
from kbeditor.ui.publish.words import summary_words
from kbeditor.ui.texts import number_words


def headline(preview: ReleasePreview | None, profile: Profile | None) -> str:
    """Which release this will be."""
    name = profile.name if profile is not None else ""
    if preview is None:
        return name
    words = QCoreApplication.translate("PublishWindow", "Release {number} of “{profile}”")
    return words.format(number=number_words(preview.number), profile=name)


def against(preview: ReleasePreview | None) -> str:
    """What it changes, and compared with which."""
    if preview is None:
        return ""
    changes = summary_words(preview)
    translate = QCoreApplication.translate
    if not preview.against:
        words = translate("PublishWindow", "The first release of this profile: {changes}.")
        return words.format(changes=changes)
    words = translate("PublishWindow", "Against release {number}: {changes}.")
    return words.format(number=number_words(preview.against), changes=changes)


def judge(
    preview: ReleasePreview | None, profile: Profile | None, *, stale: bool
) -> tuple[str, str]:
    """A level ("success": it can be published), and what stands in the way or is good to know."""
    if preview is None or profile is None:
        return "info", ""
    translate = QCoreApplication.translate
    blocking = sum(each.blocks for each in preview.findings)
    if blocking:
        words = translate(
            "PublishWindow",
            "%Ln finding(s) block this release: mend them, or change what blocks.",
            "",
            blocking,
        )
        return "error", words
    if not profile.target:
        return "warning", translate(
            "PublishWindow", "Say under “Where to” where this profile publishes to."
        )
    if stale or preview.profile != profile:
        return "info", translate(
            "PublishWindow", "The library has changed since: look again before publishing."
        )
    return "success", translate("PublishWindow", "Nothing blocks this release.")
