"""What becomes of links and pictures when an article is laid out."""

from kbeditor.domain.rendered import Target
from kbeditor.publishing.content import page_body


def lookup(target_id: str, fragment: str, picture: bool) -> Target | None:
    if target_id == "gone":
        return None
    if picture:
        return Target("../assets/p.png", "p.png", 640, 320)
    return Target("../fr/a.html", "Title <b>")


def body(html: str, alternatives: dict[str, str] | None = None) -> str:
    return page_body(html, lookup, alternatives or {}, 'Link "here"')[0]


def test_links_and_pictures_get_their_addresses() -> None:
    assert body('<p><a href="kb:a#h-x">words</a></p>') == (
        '<p><a href="../fr/a.html#h-x">words</a></p>'
    )
    assert body('<img src="kb:p" alt="A map">') == (
        '<img src="../assets/p.png" alt="A map" width="640" height="320" '
        'loading="lazy" decoding="async">'
    )


def test_what_leads_nowhere_becomes_marked_text() -> None:
    html, broken = page_body('<a href="kb:gone">the page</a>', lookup, {}, "")
    assert html == '<span class="kb-broken">the page</span>'
    assert broken == ("gone",)


def test_a_picture_without_words_of_its_own_takes_those_of_the_library() -> None:
    given = {"../assets/p.png": 'Steps "1" & <2>'}
    for html in ('<img src="kb:p" alt="">', '<img alt="" src="kb:p">', '<img src="kb:p">'):
        made = body(html, given)
        assert 'alt="Steps &quot;1&quot; &amp; &lt;2&gt;"' in made
        assert made.count("alt=") == 1
    assert 'alt="Own"' in body('<img src="kb:p" alt="Own">', given)
    assert 'alt=""' in body('<img src="kb:p" alt="">')


def test_headings_with_an_id_get_an_anchor() -> None:
    assert body('<h2 id="h-a">A <em>b</em></h2><h3>c</h3>') == (
        '<h2 id="h-a">A <em>b</em>'
        '<a class="anchor" href="#h-a" aria-label="Link &quot;here&quot;"></a></h2><h3>c</h3>'
    )
