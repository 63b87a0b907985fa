<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Act</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln Thing</numerusform>
            <numerusform>%Ln Things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln language</numerusform>
            <numerusform>%Ln languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message numerus="yes">
        <source>%Ln old address(es) will lead on to where their page is now.</source>
        <translation>
            <numerusform>%Ln old address will lead on to where its page is now.</numerusform>
            <numerusform>%Ln old addresses will lead on to where their page is now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message numerus="yes">
        <source>… and %Ln more block(s)</source>
        <translation>
            <numerusform>… and %Ln more block</numerusform>
            <numerusform>… and %Ln more blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseCategory</name>
    <message numerus="yes">
        <source>Move %Ln thing(s) to…</source>
        <translation>
            <numerusform>Move %Ln thing to…</numerusform>
            <numerusform>Move %Ln things to…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dismiss</name>
    <message numerus="yes">
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln issue</numerusform>
            <numerusform>%Ln issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCheckDialog</name>
    <message numerus="yes">
        <source>The file is damaged: %Ln finding(s).</source>
        <translation>
            <numerusform>The file is damaged: %Ln finding.</numerusform>
            <numerusform>The file is damaged: %Ln findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln of {all} blocks left</source>
        <translation>
            <numerusform>%Ln of {all} blocks left</numerusform>
            <numerusform>%Ln of {all} blocks left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%Ln term(s)</source>
        <translation>
            <numerusform>%Ln term</numerusform>
            <numerusform>%Ln terms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln term(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln term removed. Undo brings it back.</numerusform>
            <numerusform>%Ln terms removed. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Notes (%Ln)</source>
        <translation>
            <numerusform>Notes (%Ln)</numerusform>
            <numerusform>Notes (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln category(ies)</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new picture(s) or file(s)</source>
        <translation>
            <numerusform>%Ln new picture or file</numerusform>
            <numerusform>%Ln new pictures or files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring In %Ln Block(s)</source>
        <translation>
            <numerusform>Bring In %Ln Block</numerusform>
            <numerusform>Bring In %Ln Blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message numerus="yes">
        <source>Put back the unsaved words of %n text(s).</source>
        <translation>
            <numerusform>Put back the unsaved words of %n text.</numerusform>
            <numerusform>Put back the unsaved words of %n texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryChecks</name>
    <message numerus="yes">
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln issue</numerusform>
            <numerusform>%Ln issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %Ln</source>
        <translation>
            <numerusform>Mend %Ln</numerusform>
            <numerusform>Mend %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) mended. Undo takes that back.</source>
        <translation>
            <numerusform>%Ln place mended. Undo takes that back.</numerusform>
            <numerusform>%Ln places mended. Undo takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocaleCard</name>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln word left</numerusform>
            <numerusform>%Ln words left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) outdated</source>
        <translation>
            <numerusform>%Ln word outdated</numerusform>
            <numerusform>%Ln words outdated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) missing</source>
        <translation>
            <numerusform>%Ln word missing</numerusform>
            <numerusform>%Ln words missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln category(s) without a name here</source>
        <translation>
            <numerusform>%Ln category without a name here</numerusform>
            <numerusform>%Ln categories without a name here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalesDialog</name>
    <message numerus="yes">
        <source>%Ln translated article(s) go with it. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln translated article goes with it. Undo brings it back.</numerusform>
            <numerusform>%Ln translated articles go with it. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message numerus="yes">
        <source>%Ln thing(s) of then are missing: deleted for good since.</source>
        <translation>
            <numerusform>%Ln thing of then is missing: deleted for good since.</numerusform>
            <numerusform>%Ln things of then are missing: deleted for good since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) selected</source>
        <translation>
            <numerusform>%Ln text selected</numerusform>
            <numerusform>%Ln texts selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendActs</name>
    <message numerus="yes">
        <source>%Ln thing(s) put in</source>
        <translation>
            <numerusform>%Ln thing put in</numerusform>
            <numerusform>%Ln things put in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) mended</source>
        <translation>
            <numerusform>%Ln place mended</numerusform>
            <numerusform>%Ln places mended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeWindow</name>
    <message numerus="yes">
        <source>%Ln change(s) merged by themselves</source>
        <translation>
            <numerusform>%Ln change merged by itself</numerusform>
            <numerusform>%Ln changes merged by themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to decide</source>
        <translation>
            <numerusform>%Ln to decide</numerusform>
            <numerusform>%Ln to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MinorChangesDialog</name>
    <message numerus="yes">
        <source>%Ln minor change(s) revoked. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln minor change revoked. Undo brings it back.</numerusform>
            <numerusform>%Ln minor changes revoked. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message numerus="yes">
        <source>%Ln person(s) taken off the list. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln person taken off the list. Undo brings them back.</numerusform>
            <numerusform>%Ln people taken off the list. Undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message numerus="yes">
        <source>%Ln picture(s) and file(s)</source>
        <translation>
            <numerusform>%Ln picture or file</numerusform>
            <numerusform>%Ln pictures and files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>Notes (%Ln)</source>
        <translation>
            <numerusform>Notes (%Ln)</numerusform>
            <numerusform>Notes (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln translation(s) will be begun</source>
        <translation>
            <numerusform>%Ln translation will be begun</numerusform>
            <numerusform>%Ln translations will be begun</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishWindow</name>
    <message numerus="yes">
        <source>%Ln finding(s) block this release: mend them, or change what blocks.</source>
        <translation>
            <numerusform>%Ln finding blocks this release: mend it, or change what blocks.</numerusform>
            <numerusform>%Ln findings block this release: mend them, or change what blocks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln word left</numerusform>
            <numerusform>%Ln words left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message numerus="yes">
        <source>%Ln page(s) added</source>
        <translation>
            <numerusform>%Ln page added</numerusform>
            <numerusform>%Ln pages added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) changed</source>
        <translation>
            <numerusform>%Ln page changed</numerusform>
            <numerusform>%Ln pages changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) moved</source>
        <translation>
            <numerusform>%Ln page moved</numerusform>
            <numerusform>%Ln pages moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) removed</source>
        <translation>
            <numerusform>%Ln page removed</numerusform>
            <numerusform>%Ln pages removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceWindow</name>
    <message numerus="yes">
        <source>%Ln text(s) were looked through.</source>
        <translation>
            <numerusform>%Ln text was looked through.</numerusform>
            <numerusform>%Ln texts were looked through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in code or addresses were passed over.</source>
        <translation>
            <numerusform>%Ln place in code or an address was passed over.</numerusform>
            <numerusform>%Ln places in code or addresses were passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced</source>
        <translation>
            <numerusform>%Ln place replaced</numerusform>
            <numerusform>%Ln places replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln text(s)</source>
        <translation>
            <numerusform>in %Ln text</numerusform>
            <numerusform>in %Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) were left as they are:</source>
        <translation>
            <numerusform>%Ln text was left as it is:</numerusform>
            <numerusform>%Ln texts were left as they are:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace %Ln place(s)</source>
        <translation>
            <numerusform>&amp;Replace %Ln place</numerusform>
            <numerusform>&amp;Replace %Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>All (%Ln)</source>
        <translation>
            <numerusform>All (%Ln)</numerusform>
            <numerusform>All (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln best texts; more words narrow it</source>
        <translation>
            <numerusform>The best text; more words narrow it</numerusform>
            <numerusform>The %Ln best texts; more words narrow it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignificanceDialog</name>
    <message numerus="yes">
        <source>How big is the change of %Ln text(s)?</source>
        <translation>
            <numerusform>How big is the change?</numerusform>
            <numerusform>How big is the change of %Ln texts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) changed</source>
        <translation>
            <numerusform>%Ln block changed</numerusform>
            <numerusform>%Ln blocks changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them in markup only</source>
        <translation>
            <numerusform>%Ln of them in markup only</numerusform>
            <numerusform>%Ln of them in markup only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceDiff</name>
    <message numerus="yes">
        <source>… %Ln unchanged paragraph(s)</source>
        <translation>
            <numerusform>… %Ln unchanged paragraph</numerusform>
            <numerusform>… %Ln unchanged paragraphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>State</name>
    <message numerus="yes">
        <source>%Ln word(s) behind</source>
        <translation>
            <numerusform>%Ln word behind</numerusform>
            <numerusform>%Ln words behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>%Ln translation(s) deleted.</source>
        <translation>
            <numerusform>%Ln translation deleted.</numerusform>
            <numerusform>%Ln translations deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln text(s) in {locale}?</source>
        <translation>
            <numerusform>Delete %Ln text in {locale}?</numerusform>
            <numerusform>Delete %Ln texts in {locale}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln article(s), separated by commas:</source>
        <translation>
            <numerusform>Labels of %Ln article, separated by commas:</numerusform>
            <numerusform>Labels of %Ln articles, separated by commas:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln translation(s) marked as still valid.</source>
        <translation>
            <numerusform>%Ln translation marked as still valid.</numerusform>
            <numerusform>%Ln translations marked as still valid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln translation(s) stand on an older source.</source>
        <translation>
            <numerusform>%Ln translation stands on an older source.</numerusform>
            <numerusform>%Ln translations stand on an older source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) published.</source>
        <translation>
            <numerusform>%Ln text published.</numerusform>
            <numerusform>%Ln texts published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) submitted for review.</source>
        <translation>
            <numerusform>%Ln text submitted for review.</numerusform>
            <numerusform>%Ln texts submitted for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) back to draft.</source>
        <translation>
            <numerusform>%Ln text back to draft.</numerusform>
            <numerusform>%Ln texts back to draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) left as they are</source>
        <translation>
            <numerusform>%Ln text left as it is</numerusform>
            <numerusform>%Ln texts left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln word(s) reviewed</source>
        <translation>
            <numerusform>%Ln word reviewed</numerusform>
            <numerusform>%Ln words reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) to be reviewed</source>
        <translation>
            <numerusform>%Ln word to be reviewed</numerusform>
            <numerusform>%Ln words to be reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) outdated</source>
        <translation>
            <numerusform>%Ln word outdated</numerusform>
            <numerusform>%Ln words outdated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) missing or not finished</source>
        <translation>
            <numerusform>%Ln word missing or not finished</numerusform>
            <numerusform>%Ln words missing or not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln published</source>
        <translation>
            <numerusform>%Ln published</numerusform>
            <numerusform>%Ln published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in review</source>
        <translation>
            <numerusform>%Ln in review</numerusform>
            <numerusform>%Ln in review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing</source>
        <translation>
            <numerusform>%Ln missing</numerusform>
            <numerusform>%Ln missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outdated</source>
        <translation>
            <numerusform>%Ln outdated</numerusform>
            <numerusform>%Ln outdated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln outdated article(s)</source>
        <translation>
            <numerusform>Update %Ln outdated article</numerusform>
            <numerusform>Update %Ln outdated articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Translate %Ln missing article(s)</source>
        <translation>
            <numerusform>Translate %Ln missing article</numerusform>
            <numerusform>Translate %Ln missing articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln missing article(s)</source>
        <translation>
            <numerusform>Write %Ln missing article</numerusform>
            <numerusform>Write %Ln missing articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finish %Ln draft(s)</source>
        <translation>
            <numerusform>Finish %Ln draft</numerusform>
            <numerusform>Finish %Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln article(s)</source>
        <translation>
            <numerusform>Review %Ln article</numerusform>
            <numerusform>Review %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextTab</name>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Show the one</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend all %Ln</source>
        <translation>
            <numerusform>Mend the one</numerusform>
            <numerusform>Mend all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss all %Ln…</source>
        <translation>
            <numerusform>Dismiss the one…</numerusform>
            <numerusform>Dismiss all %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranslateActs</name>
    <message numerus="yes">
        <source>Does the translation of %Ln block(s) still say the same?</source>
        <translation>
            <numerusform>Does the translation of %Ln block still say the same?</numerusform>
            <numerusform>Does the translation of %Ln blocks still say the same?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) marked as still valid.</source>
        <translation>
            <numerusform>%Ln block marked as still valid.</numerusform>
            <numerusform>%Ln blocks marked as still valid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) are not done yet.</source>
        <translation>
            <numerusform>%Ln block is not done yet.</numerusform>
            <numerusform>%Ln blocks are not done yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPane</name>
    <message numerus="yes">
        <source>%Ln thing(s) restored.</source>
        <translation>
            <numerusform>%Ln thing restored.</numerusform>
            <numerusform>%Ln things restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln thing(s) for ever?</source>
        <translation>
            <numerusform>Delete %Ln thing for ever?</numerusform>
            <numerusform>Delete %Ln things for ever?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) deleted.</source>
        <translation>
            <numerusform>%Ln thing deleted.</numerusform>
            <numerusform>%Ln things deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message numerus="yes">
        <source>%Ln thing(s) moved to the trash. {keys} brings them back.</source>
        <translation>
            <numerusform>%Ln thing moved to the trash. {keys} brings it back.</numerusform>
            <numerusform>%Ln things moved to the trash. {keys} brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) are not as they were published</source>
        <translation>
            <numerusform>%Ln file is not as it was published</numerusform>
            <numerusform>%Ln files are not as they were published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message numerus="yes">
        <source>{helpful} of %Ln reader(s) found it helpful ({share}).</source>
        <translation>
            <numerusform>{helpful} of %Ln reader found it helpful ({share}).</numerusform>
            <numerusform>{helpful} of %Ln readers found it helpful ({share}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last {days} days %Ln point(s) more.</source>
        <translation>
            <numerusform>In the last {days} days %Ln point more.</numerusform>
            <numerusform>In the last {days} days %Ln points more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last {days} days %Ln point(s) less.</source>
        <translation>
            <numerusform>In the last {days} days %Ln point less.</numerusform>
            <numerusform>In the last {days} days %Ln points less.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningsStrip</name>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
</TS>
