"""An import plan as text that reads well and is the same each time: ids become titles."""

import json
import re

from kbeditor.domain.exchange import ImportPlan, NewText
from kbeditor.domain.records import Kind, Ref

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def describe(plan: ImportPlan) -> str:
    """Tree, texts, attachments and report of a plan."""
    texts: dict[Ref, list[NewText]] = {}
    for text in plan.texts():
        texts.setdefault(text.owner, []).append(text)
    names = {ref.id: f"<{each[0].title}>" for ref, each in texts.items()}
    names |= {each.id: f"<{each.name}>" for each in plan.attachments}
    for each in (text for some in texts.values() for text in some):
        names |= {each.published: f"<{each.title}, revision>"} if each.published else {}
    lines = [f"{code}: {count}" for code, count in plan.counts]
    lines += [f"new locale: {locale.tag}" for locale in plan.locales]
    for category in plan.categories:
        parent = category.parent_id or "the top"
        lines += ["", f"CATEGORY {category.id} in {parent} at {category.position}"]
        lines += [f"labels {category.labels}"] if category.labels else []
        lines += _texts(texts[Ref(Kind.CATEGORY, category.id)])
    for article in plan.articles:
        parent = article.category_id or "the top"
        lines += ["", f"ARTICLE {article.id} in {parent} at {article.position}"]
        lines += [f"labels {article.labels}"] if article.labels else []
        lines += ["promoted"] if article.promoted else []
        lines += _texts(texts[Ref(Kind.ARTICLE, article.id)])
    for attachment in plan.attachments:
        size = f"{attachment.width}×{attachment.height}"
        lines += ["", f"ATTACHMENT {attachment.name} {attachment.media_type} {size}"]
        lines += [attachment.read().decode()]
    lines += [""]
    lines += [
        f"{line.level} {line.code} {line.place}:{line.line} {line.text}" for line in plan.lines
    ]
    return _ID.sub(lambda found: names.get(found[0], found[0]), "\n".join(lines)) + "\n"


def _texts(texts: list[NewText]) -> list[str]:
    lines: list[str] = []
    for text in texts:
        lines.append(f"  [{text.locale}] {text.title} ({text.state.code})")
        for name in ("slug", "summary", "keywords", "based_on", "extra"):
            if value := getattr(text, name):
                shown = json.dumps(value, ensure_ascii=False) if name == "extra" else value
                lines.append(f"    {name}: {shown}")
        for revision in text.revisions:
            assert (revision.title, revision.body) == (text.title, text.body)
            assert (revision.id, revision.based_on) == (text.published, text.based_on)
        lines += [f"    | {line}".rstrip() for line in text.body.split("\n") if text.body]
    return lines
