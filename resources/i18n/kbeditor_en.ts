<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Act</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n Thing</numerusform>
            <numerusform>%n Things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseCategory</name>
    <message numerus="yes">
        <source>Move %n thing(s) to…</source>
        <translation>
            <numerusform>Move %n thing to…</numerusform>
            <numerusform>Move %n things to…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Notes (%n)</source>
        <translation>
            <numerusform>Notes (%n)</numerusform>
            <numerusform>Notes (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n category(ies)</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new picture(s) or file(s)</source>
        <translation>
            <numerusform>%n new picture or file</numerusform>
            <numerusform>%n new pictures or files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocaleCard</name>
    <message numerus="yes">
        <source>%n word(s) left</source>
        <translation>
            <numerusform>%n word left</numerusform>
            <numerusform>%n words left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n category(s) without a name here</source>
        <translation>
            <numerusform>%n category without a name here</numerusform>
            <numerusform>%n categories without a name here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalesDialog</name>
    <message numerus="yes">
        <source>%n translated article(s) go with it. Undo brings them back.</source>
        <translation>
            <numerusform>%n translated article goes with it. Undo brings it back.</numerusform>
            <numerusform>%n translated articles go with it. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) selected</source>
        <translation>
            <numerusform>%n text selected</numerusform>
            <numerusform>%n texts selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message numerus="yes">
        <source>%n picture(s) and file(s)</source>
        <translation>
            <numerusform>%n picture or file</numerusform>
            <numerusform>%n pictures and files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>All (%n)</source>
        <translation>
            <numerusform>All (%n)</numerusform>
            <numerusform>All (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n best texts; more words narrow it</source>
        <translation>
            <numerusform>The best text; more words narrow it</numerusform>
            <numerusform>The %n best texts; more words narrow it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignificanceDialog</name>
    <message numerus="yes">
        <source>How big is the change of %n text(s)?</source>
        <translation>
            <numerusform>How big is the change?</numerusform>
            <numerusform>How big is the change of %n texts?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>%n translation(s) deleted.</source>
        <translation>
            <numerusform>%n translation deleted.</numerusform>
            <numerusform>%n translations deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n text(s) in {locale}?</source>
        <translation>
            <numerusform>Delete %n text in {locale}?</numerusform>
            <numerusform>Delete %n texts in {locale}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %n article(s), separated by commas:</source>
        <translation>
            <numerusform>Labels of %n article, separated by commas:</numerusform>
            <numerusform>Labels of %n articles, separated by commas:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s) marked as still valid.</source>
        <translation>
            <numerusform>%n translation marked as still valid.</numerusform>
            <numerusform>%n translations marked as still valid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s) stand on an older source.</source>
        <translation>
            <numerusform>%n translation stands on an older source.</numerusform>
            <numerusform>%n translations stand on an older source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) published.</source>
        <translation>
            <numerusform>%n text published.</numerusform>
            <numerusform>%n texts published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) submitted for review.</source>
        <translation>
            <numerusform>%n text submitted for review.</numerusform>
            <numerusform>%n texts submitted for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) back to draft.</source>
        <translation>
            <numerusform>%n text back to draft.</numerusform>
            <numerusform>%n texts back to draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) left as they are</source>
        <translation>
            <numerusform>%n text left as it is</numerusform>
            <numerusform>%n texts left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>Update %n outdated article(s)</source>
        <translation>
            <numerusform>Update %n outdated article</numerusform>
            <numerusform>Update %n outdated articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Translate %n missing article(s)</source>
        <translation>
            <numerusform>Translate %n missing article</numerusform>
            <numerusform>Translate %n missing articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n missing article(s)</source>
        <translation>
            <numerusform>Write %n missing article</numerusform>
            <numerusform>Write %n missing articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finish %n draft(s)</source>
        <translation>
            <numerusform>Finish %n draft</numerusform>
            <numerusform>Finish %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n article(s)</source>
        <translation>
            <numerusform>Review %n article</numerusform>
            <numerusform>Review %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPane</name>
    <message numerus="yes">
        <source>%n thing(s) restored.</source>
        <translation>
            <numerusform>%n thing restored.</numerusform>
            <numerusform>%n things restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n thing(s) for ever?</source>
        <translation>
            <numerusform>Delete %n thing for ever?</numerusform>
            <numerusform>Delete %n things for ever?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) deleted.</source>
        <translation>
            <numerusform>%n thing deleted.</numerusform>
            <numerusform>%n things deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message numerus="yes">
        <source>%n thing(s) moved to the trash. {keys} brings them back.</source>
        <translation>
            <numerusform>%n thing moved to the trash. {keys} brings it back.</numerusform>
            <numerusform>%n things moved to the trash. {keys} brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningsStrip</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
</TS>
