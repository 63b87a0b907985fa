<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About kbeditor</source>
        <translation>À propos de kbeditor</translation>
    </message>
    <message>
        <source>Write, translate and publish your help centre.</source>
        <translation>Rédigez, traduisez et publiez votre centre d’aide.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Logiciel libre sous licence MIT.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>no library is open</source>
        <translation>aucune bibliothèque n’est ouverte</translation>
    </message>
    <message>
        <source>Library’s drive</source>
        <translation>Disque de la bibliothèque</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Qt’s files</source>
        <translation>Fichiers de Qt</translation>
    </message>
    <message>
        <source>the simple one, without Chromium</source>
        <translation>le simple, sans Chromium</translation>
    </message>
    <message>
        <source>Chromium, in its sandbox</source>
        <translation>Chromium, dans son bac à sable</translation>
    </message>
    <message>
        <source>Chromium, without its sandbox: it has none for the user root</source>
        <translation>Chromium, sans son bac à sable&#xa0;: il n’en a pas pour l’utilisateur root</translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>New Article {thing}</source>
        <translation>Nouvel article {thing}</translation>
    </message>
    <message>
        <source>Duplicate {thing}</source>
        <translation>Dupliquer {thing}</translation>
    </message>
    <message>
        <source>Change Details of {thing}</source>
        <translation>Modifier les détails de {thing}</translation>
    </message>
    <message>
        <source>New Category {thing}</source>
        <translation>Nouvelle catégorie {thing}</translation>
    </message>
    <message>
        <source>Move {thing}</source>
        <translation>Déplacer {thing}</translation>
    </message>
    <message>
        <source>Delete {thing}</source>
        <translation>Supprimer {thing}</translation>
    </message>
    <message>
        <source>Restore {thing}</source>
        <translation>Restaurer {thing}</translation>
    </message>
    <message>
        <source>Begin Translation of {thing}</source>
        <translation>Commencer la traduction de {thing}</translation>
    </message>
    <message>
        <source>Rename {thing}</source>
        <translation>Renommer {thing}</translation>
    </message>
    <message>
        <source>Change Address</source>
        <translation>Changer l’adresse</translation>
    </message>
    <message>
        <source>Delete Translation of {thing}</source>
        <translation>Supprimer la traduction de {thing}</translation>
    </message>
    <message>
        <source>Take {thing} Offline</source>
        <translation>Retirer {thing} de la publication</translation>
    </message>
    <message>
        <source>Replace “{old}” by “{new}” in {places}</source>
        <translation>Remplacer «&#xa0;{old}&#xa0;» par «&#xa0;{new}&#xa0;» à {places}</translation>
    </message>
    <message>
        <source>Go Back to an Earlier Version</source>
        <translation>Revenir à une version antérieure</translation>
    </message>
    <message>
        <source>Name Version {thing}</source>
        <translation>Nommer la version {thing}</translation>
    </message>
    <message>
        <source>Remove a Version&apos;s Name</source>
        <translation>Retirer le nom d’une version</translation>
    </message>
    <message>
        <source>Discard the Draft</source>
        <translation>Abandonner le brouillon</translation>
    </message>
    <message>
        <source>Mark {thing} as Still Valid</source>
        <translation>Marquer {thing} comme toujours valable</translation>
    </message>
    <message>
        <source>Change State of {thing}</source>
        <translation>Changer l’état de {thing}</translation>
    </message>
    <message>
        <source>Back to Draft: {thing}</source>
        <translation>Repasser en brouillon&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>Submit {thing} for Review</source>
        <translation>Soumettre {thing} à relecture</translation>
    </message>
    <message>
        <source>Publish {thing}</source>
        <translation>Publier {thing}</translation>
    </message>
    <message>
        <source>Call Blocks Not Translated</source>
        <translation>Dire les blocs non traduits</translation>
    </message>
    <message>
        <source>Blocks Back to Draft</source>
        <translation>Remettre des blocs en brouillon</translation>
    </message>
    <message>
        <source>Approve Blocks</source>
        <translation>Approuver des blocs</translation>
    </message>
    <message>
        <source>Review Blocks</source>
        <translation>Relire des blocs</translation>
    </message>
    <message>
        <source>Mark Blocks as Still Valid</source>
        <translation>Marquer des blocs comme toujours valables</translation>
    </message>
    <message>
        <source>Discard Blocks</source>
        <translation>Écarter des blocs</translation>
    </message>
    <message>
        <source>Take New Addresses</source>
        <translation>Reprendre les nouvelles adresses</translation>
    </message>
    <message>
        <source>Call Changes Minor</source>
        <translation>Dire des modifications mineures</translation>
    </message>
    <message>
        <source>Revoke Minor Changes</source>
        <translation>Révoquer des modifications mineures</translation>
    </message>
    <message>
        <source>Add Language {thing}</source>
        <translation>Ajouter la langue {thing}</translation>
    </message>
    <message>
        <source>Remove Language {thing}</source>
        <translation>Retirer la langue {thing}</translation>
    </message>
    <message>
        <source>Change Language {thing}</source>
        <translation>Modifier la langue {thing}</translation>
    </message>
    <message>
        <source>Move Language {thing}</source>
        <translation>Déplacer la langue {thing}</translation>
    </message>
    <message>
        <source>Add {thing}</source>
        <translation>Ajouter {thing}</translation>
    </message>
    <message>
        <source>Rename File {thing}</source>
        <translation>Renommer le fichier {thing}</translation>
    </message>
    <message>
        <source>Describe Picture</source>
        <translation>Décrire l’image</translation>
    </message>
    <message>
        <source>Remove {thing}</source>
        <translation>Retirer {thing}</translation>
    </message>
    <message>
        <source>Rename Library {thing}</source>
        <translation>Renommer la bibliothèque {thing}</translation>
    </message>
    <message>
        <source>Take in {thing}</source>
        <translation>Reprendre {thing}</translation>
    </message>
    <message>
        <source>Change Profile {thing}</source>
        <translation>Modifier le profil {thing}</translation>
    </message>
    <message>
        <source>Delete Profile {thing}</source>
        <translation>Supprimer le profil {thing}</translation>
    </message>
    <message>
        <source>Change Theme {thing}</source>
        <translation>Modifier le thème {thing}</translation>
    </message>
    <message>
        <source>Delete Theme {thing}</source>
        <translation>Supprimer le thème {thing}</translation>
    </message>
    <message>
        <source>Change What Blocks a Release</source>
        <translation>Changer ce qui bloque une publication</translation>
    </message>
    <message>
        <source>Add Term {thing}</source>
        <translation>Ajouter le terme {thing}</translation>
    </message>
    <message>
        <source>Change Term {thing}</source>
        <translation>Modifier le terme {thing}</translation>
    </message>
    <message>
        <source>Remove Terms: {thing}</source>
        <translation>Retirer des termes&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>Take in a Glossary: {thing}</source>
        <translation>Reprendre un glossaire&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>Write Note {thing}</source>
        <translation>Écrire la note {thing}</translation>
    </message>
    <message>
        <source>Answer {thing}</source>
        <translation>Répondre {thing}</translation>
    </message>
    <message>
        <source>Change Note {thing}</source>
        <translation>Modifier la note {thing}</translation>
    </message>
    <message>
        <source>Settle a Note</source>
        <translation>Clore une note</translation>
    </message>
    <message>
        <source>Reopen a Note</source>
        <translation>Rouvrir une note</translation>
    </message>
    <message>
        <source>Delete a Note</source>
        <translation>Supprimer une note</translation>
    </message>
    <message>
        <source>Mend {thing}</source>
        <translation>Corriger {thing}</translation>
    </message>
    <message>
        <source>Insert What Is Missing: {thing}</source>
        <translation>Insérer ce qui manque&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>Dismiss {thing}</source>
        <translation>Écarter {thing}</translation>
    </message>
    <message>
        <source>Check Again: {thing}</source>
        <translation>Contrôler à nouveau&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>List {thing}</source>
        <translation>Inscrire {thing}</translation>
    </message>
    <message>
        <source>Change {thing}</source>
        <translation>Modifier {thing}</translation>
    </message>
    <message>
        <source>Take People off the List: {thing}</source>
        <translation>Retirer des personnes de la liste&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>Change Setting</source>
        <translation>Changer un réglage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln endroit</numerusform>
            <numerusform>%Ln endroits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln élément</numerusform>
            <numerusform>%Ln éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«&#xa0;{title}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;Undo Typing</source>
        <translation>&amp;Annuler la frappe</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo {act}</source>
        <translation>&amp;Annuler&#xa0;: {act}</translation>
    </message>
    <message>
        <source>&amp;Redo Typing</source>
        <translation>&amp;Rétablir la frappe</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo {act}</source>
        <translation>&amp;Rétablir&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Annulé&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Rétabli&#xa0;: {act}</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Couper</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>Cop&amp;ier</translation>
    </message>
    <message>
        <source>Pa&amp;ste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>To&amp;ut sélectionner</translation>
    </message>
    <message>
        <source>Find and Replace in Li&amp;brary…</source>
        <translation>Rechercher et remplacer dans la &amp;bibliothèque…</translation>
    </message>
    <message>
        <source>Heading 1</source>
        <translation>Titre 1</translation>
    </message>
    <message>
        <source>Heading 2</source>
        <translation>Titre 2</translation>
    </message>
    <message>
        <source>Heading 3</source>
        <translation>Titre 3</translation>
    </message>
    <message>
        <source>Heading 4</source>
        <translation>Titre 4</translation>
    </message>
    <message>
        <source>Call-out: Note</source>
        <translation>Encadré&#xa0;: remarque</translation>
    </message>
    <message>
        <source>Call-out: Tip</source>
        <translation>Encadré&#xa0;: astuce</translation>
    </message>
    <message>
        <source>Call-out: Important</source>
        <translation>Encadré&#xa0;: important</translation>
    </message>
    <message>
        <source>Call-out: Warning</source>
        <translation>Encadré&#xa0;: attention</translation>
    </message>
    <message>
        <source>Call-out: Caution</source>
        <translation>Encadré&#xa0;: danger</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Gras</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>Italiqu&amp;e</translation>
    </message>
    <message>
        <source>&amp;Strikethrough</source>
        <translation>&amp;Barré</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>Plain Para&amp;graph</source>
        <translation>&amp;Paragraphe ordinaire</translation>
    </message>
    <message>
        <source>B&amp;ulleted List</source>
        <translation>Liste à p&amp;uces</translation>
    </message>
    <message>
        <source>&amp;Numbered List</source>
        <translation>Liste &amp;numérotée</translation>
    </message>
    <message>
        <source>&amp;Task List</source>
        <translation>Liste de &amp;tâches</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>C&amp;itation</translation>
    </message>
    <message>
        <source>Code Bloc&amp;k</source>
        <translation>Bl&amp;oc de code</translation>
    </message>
    <message>
        <source>Horizontal &amp;Rule</source>
        <translation>Filet &amp;horizontal</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>&amp;Lien…</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>I&amp;mage…</translation>
    </message>
    <message>
        <source>T&amp;able…</source>
        <translation>T&amp;ableau…</translation>
    </message>
    <message>
        <source>&amp;Footnote</source>
        <translation>Note &amp;de bas de page</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Quick Open…</source>
        <translation>&amp;Ouverture rapide…</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Commandes…</translation>
    </message>
    <message>
        <source>&amp;Next Language</source>
        <translation>Langue s&amp;uivante</translation>
    </message>
    <message>
        <source>&amp;Previous Language</source>
        <translation>Langue pr&amp;écédente</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Next Pan&amp;e</source>
        <translation>Panneau suivan&amp;t</translation>
    </message>
    <message>
        <source>Previous P&amp;ane</source>
        <translation>P&amp;anneau précédent</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>Ouvrir le dossier du &amp;journal</translation>
    </message>
    <message>
        <source>&amp;About kbeditor</source>
        <translation>À &amp;propos de kbeditor</translation>
    </message>
    <message>
        <source>&amp;New Library…</source>
        <translation>&amp;Nouvelle bibliothèque…</translation>
    </message>
    <message>
        <source>&amp;Open Library…</source>
        <translation>&amp;Ouvrir une bibliothèque…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Ouvrir &amp;récemment</translation>
    </message>
    <message>
        <source>Open a Copy of the &amp;Sample</source>
        <translation>Ouvrir une copie de l’&amp;exemple</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Export as &amp;HTML Help Centre…</source>
        <translation>Exporter en centre d’aide &amp;HTML…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON Bundle…</source>
        <translation>Exporter en archive &amp;JSON…</translation>
    </message>
    <message>
        <source>Hand Out for &amp;Translation…</source>
        <translation>Confier à la &amp;traduction…</translation>
    </message>
    <message>
        <source>&amp;Back Up Library…</source>
        <translation>&amp;Sauvegarder la bibliothèque…</translation>
    </message>
    <message>
        <source>Back&amp;ups…</source>
        <translation>Sau&amp;vegardes…</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Ré&amp;glages…</translation>
    </message>
    <message>
        <source>&amp;Close Library</source>
        <translation>&amp;Fermer la bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Languages…</source>
        <translation>&amp;Langues…</translation>
    </message>
    <message>
        <source>&amp;Pictures and Files…</source>
        <translation>&amp;Images et fichiers…</translation>
    </message>
    <message>
        <source>&amp;Who Works Here…</source>
        <translation>&amp;Qui travaille ici…</translation>
    </message>
    <message>
        <source>&amp;Minor Changes…</source>
        <translation>Modifications &amp;mineures…</translation>
    </message>
    <message>
        <source>Library &amp;Settings…</source>
        <translation>&amp;Réglages de la bibliothèque…</translation>
    </message>
    <message>
        <source>&amp;Submit for Review</source>
        <translation>Soumettre à relect&amp;ure</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>Pu&amp;blier</translation>
    </message>
    <message>
        <source>&amp;Back to Draft</source>
        <translation>Repasser en brouillo&amp;n</translation>
    </message>
    <message>
        <source>Mark as Still &amp;Valid</source>
        <translation>Marquer comme tou&amp;jours valable</translation>
    </message>
    <message>
        <source>D&amp;elete Translation…</source>
        <translation>Su&amp;pprimer la traduction…</translation>
    </message>
    <message>
        <source>Promote, or &amp;No Longer</source>
        <translation>Mettre en a&amp;vant, ou non</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>&amp;Étiquettes…</translation>
    </message>
    <message>
        <source>C&amp;hange Address…</source>
        <translation>C&amp;hanger l’adresse…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Dupli&amp;quer</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Rec&amp;hercher…</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>Rechercher le suivan&amp;t</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Rechercher le &amp;précédent</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Re&amp;mplacer…</translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation>Aller à la &amp;ligne…</translation>
    </message>
    <message>
        <source>Move Line U&amp;p</source>
        <translation>Monter la li&amp;gne</translation>
    </message>
    <message>
        <source>Move Line &amp;Down</source>
        <translation>&amp;Descendre la ligne</translation>
    </message>
    <message>
        <source>Dupli&amp;cate Line</source>
        <translation>Dupli&amp;quer la ligne</translation>
    </message>
    <message>
        <source>Delete &amp;Line</source>
        <translation>&amp;Supprimer la ligne</translation>
    </message>
    <message>
        <source>&amp;Wrap Lines</source>
        <translation>Retour à la ligne a&amp;utomatique</translation>
    </message>
    <message>
        <source>Line &amp;Numbers</source>
        <translation>&amp;Numéros de ligne</translation>
    </message>
    <message>
        <source>New &amp;Article</source>
        <translation>Nouvel &amp;article</translation>
    </message>
    <message>
        <source>New &amp;Category</source>
        <translation>Nouvelle &amp;catégorie</translation>
    </message>
    <message>
        <source>New Category &amp;Inside</source>
        <translation>Nouvelle &amp;sous-catégorie</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Move to…</source>
        <translation>&amp;Déplacer vers…</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>D&amp;escendre</translation>
    </message>
    <message>
        <source>Move &amp;Out of Its Category</source>
        <translation>S&amp;ortir de sa catégorie</translation>
    </message>
    <message>
        <source>Move Into the Cate&amp;gory Above</source>
        <translation>Entrer dans la caté&amp;gorie précédente</translation>
    </message>
    <message>
        <source>Copy Lin&amp;k</source>
        <translation>Copier le &amp;lien</translation>
    </message>
    <message>
        <source>Insert Link into the Te&amp;xt</source>
        <translation>Insérer le lien dans le te&amp;xte</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>Mettre à la corbe&amp;ille</translation>
    </message>
    <message>
        <source>Filter T&amp;itles</source>
        <translation>F&amp;iltrer les titres</translation>
    </message>
    <message>
        <source>&amp;Expand All Categories</source>
        <translation>&amp;Déplier toutes les catégories</translation>
    </message>
    <message>
        <source>&amp;Collapse All Categories</source>
        <translation>&amp;Replier toutes les catégories</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language of the Window</source>
        <translation>&amp;Langue de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>All &amp;Menu Entries</source>
        <translation>Toutes les entrées de &amp;menu</translation>
    </message>
    <message>
        <source>Show what your role does not need, too</source>
        <translation>Montrer aussi ce dont votre rôle n’a pas besoin</translation>
    </message>
    <message>
        <source>Show {pane}</source>
        <translation>Afficher {pane}</translation>
    </message>
    <message>
        <source>Go to {pane}</source>
        <translation>Aller à {pane}</translation>
    </message>
    <message>
        <source>&amp;Check Library</source>
        <translation>&amp;Vérifier la bibliothèque</translation>
    </message>
    <message>
        <source>Concordance of &amp;the Selection</source>
        <translation>&amp;Concordance de la sélection</translation>
    </message>
    <message>
        <source>Add Selection to the &amp;Glossary…</source>
        <translation>A&amp;jouter la sélection au glossaire…</translation>
    </message>
    <message>
        <source>&amp;Write a Note</source>
        <translation>Écrire u&amp;ne note</translation>
    </message>
    <message>
        <source>Insert What Is &amp;Missing</source>
        <translation>Insérer ce &amp;qui manque</translation>
    </message>
    <message>
        <source>Mend &amp;French Spacing</source>
        <translation>Corriger les espaces &amp;françaises</translation>
    </message>
    <message>
        <source>Check &amp;Translations</source>
        <translation>Contrôler les &amp;traductions</translation>
    </message>
    <message>
        <source>&amp;Glossary…</source>
        <translation>&amp;Glossaire…</translation>
    </message>
    <message>
        <source>Insert S&amp;uggestion</source>
        <translation>Insérer une su&amp;ggestion</translation>
    </message>
    <message>
        <source>Insert Suggestion 1</source>
        <translation>Insérer la suggestion 1</translation>
    </message>
    <message>
        <source>Insert Suggestion 2</source>
        <translation>Insérer la suggestion 2</translation>
    </message>
    <message>
        <source>Insert Suggestion 3</source>
        <translation>Insérer la suggestion 3</translation>
    </message>
    <message>
        <source>Insert Suggestion 4</source>
        <translation>Insérer la suggestion 4</translation>
    </message>
    <message>
        <source>Insert Suggestion 5</source>
        <translation>Insérer la suggestion 5</translation>
    </message>
    <message>
        <source>Insert Suggestion 6</source>
        <translation>Insérer la suggestion 6</translation>
    </message>
    <message>
        <source>Insert Suggestion 7</source>
        <translation>Insérer la suggestion 7</translation>
    </message>
    <message>
        <source>Insert Suggestion 8</source>
        <translation>Insérer la suggestion 8</translation>
    </message>
    <message>
        <source>Insert Suggestion 9</source>
        <translation>Insérer la suggestion 9</translation>
    </message>
    <message>
        <source>&amp;Block by Block</source>
        <translation>&amp;Bloc par bloc</translation>
    </message>
    <message>
        <source>Wo&amp;rk as</source>
        <translation>&amp;Travailler comme</translation>
    </message>
    <message>
        <source>&amp;Next Block to Do</source>
        <translation>Bloc à faire &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous Block to Do</source>
        <translation>Bloc à faire &amp;précédent</translation>
    </message>
    <message>
        <source>Next Bl&amp;ock</source>
        <translation>Bloc s&amp;uivant</translation>
    </message>
    <message>
        <source>Previous Bloc&amp;k</source>
        <translation>Bloc pr&amp;écédent</translation>
    </message>
    <message>
        <source>Next Article in the &amp;Queue</source>
        <translation>&amp;Article suivant de la file</translation>
    </message>
    <message>
        <source>Appro&amp;ve and Next</source>
        <translation>&amp;Valider et passer au suivant</translation>
    </message>
    <message>
        <source>Block Back to &amp;Draft</source>
        <translation>Re&amp;mettre le bloc en brouillon</translation>
    </message>
    <message>
        <source>Block &amp;Still Valid</source>
        <translation>Bloc t&amp;oujours valable</translation>
    </message>
    <message>
        <source>All Blocks Still Valid…</source>
        <translation>Tous les blocs toujours valables…</translation>
    </message>
    <message>
        <source>Discard Block without Source</source>
        <translation>Supprimer le bloc sans source</translation>
    </message>
    <message>
        <source>&amp;Insert Source</source>
        <translation>&amp;Insérer la source</translation>
    </message>
    <message>
        <source>Copy Next &amp;Code or Link of the Source</source>
        <translation>Copier le co&amp;de ou lien suivant de la source</translation>
    </message>
    <message>
        <source>Copy Code or &amp;Link of the Source…</source>
        <translation>Copier un code ou un &amp;lien de la source…</translation>
    </message>
    <message>
        <source>Tak&amp;e New Addresses of Links</source>
        <translation>Reprendr&amp;e les nouvelles adresses des liens</translation>
    </message>
    <message>
        <source>&amp;Hand in for Review…</source>
        <translation>&amp;Remettre pour relecture…</translation>
    </message>
    <message>
        <source>Send B&amp;ack with a Note…</source>
        <translation>Renvo&amp;yer avec une note…</translation>
    </message>
    <message>
        <source>P&amp;ublish…</source>
        <translation>P&amp;ublier…</translation>
    </message>
    <message>
        <source>&amp;Open Site</source>
        <translation>&amp;Ouvrir le site</translation>
    </message>
    <message>
        <source>This page of the site in the browser, drafts included</source>
        <translation>Cette page du site dans le navigateur, brouillons compris</translation>
    </message>
    <message>
        <source>Th&amp;emes of the Site…</source>
        <translation>T&amp;hèmes du site…</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>His&amp;torique…</translation>
    </message>
    <message>
        <source>Every version of this text: compare, restore, name</source>
        <translation>Toutes les versions de ce texte&#xa0;: comparer, restaurer, nommer</translation>
    </message>
    <message>
        <source>Save Library &amp;As…</source>
        <translation>Enregistrer &amp;la bibliothèque sous…</translation>
    </message>
    <message>
        <source>Re&amp;pair a Library…</source>
        <translation>Ré&amp;parer une bibliothèque…</translation>
    </message>
    <message>
        <source>Check the &amp;File…</source>
        <translation>Vérifier le &amp;fichier…</translation>
    </message>
    <message>
        <source>Words That Were &amp;Not Saved…</source>
        <translation>Mots &amp;non enregistrés…</translation>
    </message>
</context>
<context>
    <name>AgainDialog</name>
    <message>
        <source>Build Release {number} Again</source>
        <translation>Reconstruire la publication {number}</translation>
    </message>
    <message>
        <source>Its texts, pictures, theme and settings are those of then, and so are the files, byte by byte, while this version of the program lays pages out the same way.</source>
        <translation>Ses textes, images, thème et réglages sont ceux d’alors, et les fichiers aussi, octet par octet, tant que cette version du programme met les pages en forme de la même façon.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Construire</translation>
    </message>
    <message>
        <source>The folder that receives the release</source>
        <translation>Le dossier qui reçoit la publication</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Release {number} was built again, byte by byte as it was</source>
        <translation>La publication {number} est reconstruite, octet par octet comme elle était</translation>
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
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln semaine</numerusform>
            <numerusform>%Ln semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln mois</numerusform>
            <numerusform>%Ln mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln an</numerusform>
            <numerusform>%Ln ans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AidsPane</name>
    <message>
        <source>Aids</source>
        <translation>Aides</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>Rien à corriger.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n’est ouvert</translation>
    </message>
    <message>
        <source>Choose an article and a language to translate it to.</source>
        <translation>Choisissez un article et la langue dans laquelle le traduire.</translation>
    </message>
    <message>
        <source>This is the source</source>
        <translation>C’est la source</translation>
    </message>
    <message>
        <source>Choose another language: suggestions, terms and checks are shown here.</source>
        <translation>Choisissez une autre langue&#xa0;: suggestions, termes et contrôles s’affichent ici.</translation>
    </message>
    <message>
        <source>Not yet begun</source>
        <translation>Pas encore commencée</translation>
    </message>
    <message>
        <source>Begin the translation: suggestions, terms and checks are shown here.</source>
        <translation>Commencez la traduction&#xa0;: suggestions, termes et contrôles s’affichent ici.</translation>
    </message>
    <message>
        <source>The source is not published</source>
        <translation>La source n’est pas publiée</translation>
    </message>
    <message>
        <source>Publish it first: what was published is translated.</source>
        <translation>Publiez-la d’abord&#xa0;: on traduit ce qui est publié.</translation>
    </message>
    <message>
        <source>No block is open</source>
        <translation>Aucun bloc n’est ouvert</translation>
    </message>
    <message>
        <source>Go to a block: what helps with it is shown here.</source>
        <translation>Allez à un bloc&#xa0;: ce qui aide à le traduire s’affiche ici.</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>All checks pass in this translation.</source>
        <translation>Cette traduction passe tous les contrôles.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloc</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>Concordance</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Go to line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>Line (1 to {last}):</source>
        <translation>Ligne (1 à {last})&#xa0;:</translation>
    </message>
    <message>
        <source>Insert pictures</source>
        <translation>Insérer des images</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)</source>
        <translation>Images (*.png *.jpg *.jpeg *.gif *.webp *.svg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Last edit</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Choose Another Folder…</source>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sauvegardes…</translation>
    </message>
    <message>
        <source>Restore a Backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>Show the Former File</source>
        <translation>Afficher l’ancien fichier</translation>
    </message>
    <message>
        <source>The library is as it was then. What was there before is kept as one more backup.</source>
        <translation>La bibliothèque est telle qu’elle était alors. Ce qui s’y trouvait auparavant est conservé dans une sauvegarde de plus.</translation>
    </message>
    <message>
        <source>The library is as it was then. The former file was kept.</source>
        <translation>La bibliothèque est telle qu’elle était alors. L’ancien fichier a été conservé.</translation>
    </message>
    <message>
        <source>This is the backup of {when}. It can only be read.</source>
        <translation>Ceci est la sauvegarde du {when}. Elle ne peut être que lue.</translation>
    </message>
    <message>
        <source>Back to the Library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Dossier des sauvegardes</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>First of the day</source>
        <translation>Première du jour</translation>
    </message>
    <message>
        <source>While working</source>
        <translation>Pendant le travail</translation>
    </message>
    <message>
        <source>On leaving</source>
        <translation>En quittant</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>Avant une importation</translation>
    </message>
    <message>
        <source>Before replacing</source>
        <translation>Avant un remplacement</translation>
    </message>
    <message>
        <source>Before a new format</source>
        <translation>Avant un nouveau format</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>Avant une restauration</translation>
    </message>
    <message>
        <source>Before a repair</source>
        <translation>Avant une réparation</translation>
    </message>
    <message>
        <source>Damaged: {why}</source>
        <translation>Endommagée&#xa0;: {why}</translation>
    </message>
    <message>
        <source>{articles}, {words}, {languages}</source>
        <translation>{articles}, {words}, {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} mots</translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>%Ln langue</numerusform>
            <numerusform>%Ln langues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Backups are made by themselves: when a library is first opened on a day, every half hour while you work, when you leave, and before much is changed at once. Each is read again before it counts. Older ones are thinned out.</source>
        <translation>Les sauvegardes se font d’elles-mêmes&#xa0;: à la première ouverture du jour, toutes les demi-heures pendant le travail, en quittant, et avant tout grand changement. Chacune est relue avant de compter. Les plus anciennes sont peu à peu retirées.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>Il n’y a pas encore de sauvegarde</translation>
    </message>
    <message>
        <source>The first one is made as soon as something was written.</source>
        <translation>La première se fait dès que quelque chose a été écrit.</translation>
    </message>
    <message>
        <source>Back Up &amp;Now</source>
        <translation>Sauvegarder &amp;maintenant</translation>
    </message>
    <message>
        <source>Restore from a &amp;File…</source>
        <translation>Restaurer depuis un &amp;fichier…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Restaurer…</translation>
    </message>
    <message>
        <source>&amp;Open to Read</source>
        <translation>&amp;Ouvrir pour lire</translation>
    </message>
    <message>
        <source>&amp;Save a Copy…</source>
        <translation>&amp;Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Afficher &amp;dans le dossier</translation>
    </message>
    <message>
        <source>&amp;Check Again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Change Folder…</source>
        <translation>Changer de dossier…</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>Conservées dans {folder}</translation>
    </message>
    <message>
        <source>The last backup ({when}) could not be made. {why}</source>
        <translation>La dernière sauvegarde ({when}) n’a pas pu être faite. {why}</translation>
    </message>
    <message>
        <source>A backup was made and read again.</source>
        <translation>Une sauvegarde a été faite et relue.</translation>
    </message>
    <message>
        <source>There is a backup of this very state already.</source>
        <translation>Il y a déjà une sauvegarde de cet état précis.</translation>
    </message>
    <message>
        <source>The backup of {when} is damaged: {why}.</source>
        <translation>La sauvegarde du {when} est endommagée&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The backup of {when} was read through: it is sound.</source>
        <translation>La sauvegarde du {when} a été relue en entier&#xa0;: elle est intacte.</translation>
    </message>
    <message>
        <source>A checked copy was written to {path}.</source>
        <translation>Une copie vérifiée a été écrite dans {path}.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Delete the backup of {when}?</source>
        <translation>Supprimer la sauvegarde du {when}&#x202f;?</translation>
    </message>
    <message>
        <source>It is gone for good then.</source>
        <translation>Elle disparaît alors pour toujours.</translation>
    </message>
    <message>
        <source>It is the only good one there is, and it is gone for good then.</source>
        <translation>C’est la seule qui soit bonne, et elle disparaît alors pour toujours.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>Restaurer depuis un fichier</translation>
    </message>
    <message>
        <source>Put the library back to its state of {when}?</source>
        <translation>Remettre la bibliothèque dans son état du {when}&#x202f;?</translation>
    </message>
    <message>
        <source>It held {holds}. What is there now is kept first as one more backup, and its file stays beside the library. The library must not be open in another window or program.</source>
        <translation>Elle contenait {holds}. Ce qui s’y trouve maintenant est d’abord conservé dans une sauvegarde de plus, et son fichier reste à côté de la bibliothèque. La bibliothèque ne doit pas être ouverte dans une autre fenêtre ou un autre programme.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
    <message>
        <source>It would take the place of the library {path}.</source>
        <translation>Elle prendrait la place de la bibliothèque {path}.</translation>
    </message>
    <message>
        <source>Replace the Library</source>
        <translation>Remplacer la bibliothèque</translation>
    </message>
    <message>
        <source>kbeditor libraries</source>
        <translation>Bibliothèques kbeditor</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Not yet written in {language}</source>
        <translation>Pas encore rédigé dans cette langue&#xa0;: {language}</translation>
    </message>
    <message>
        <source>Begin with an empty page, or with a copy of the source to write over.</source>
        <translation>Commencez par une page vide, ou par une copie de la source à remplacer.</translation>
    </message>
    <message>
        <source>Begin with an empty page.</source>
        <translation>Commencez par une page vide.</translation>
    </message>
    <message>
        <source>Begin block by block</source>
        <translation>Commencer bloc par bloc</translation>
    </message>
    <message>
        <source>Start from the source text</source>
        <translation>Partir du texte source</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre de section</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Paragraphe</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>Élément de liste</translation>
    </message>
    <message>
        <source>Table cell</source>
        <translation>Cellule de tableau</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Terme</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Note de bas de page</translation>
    </message>
    <message>
        <source>Title of a call-out</source>
        <translation>Titre d’un encadré</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Not yet translated</source>
        <translation>Pas encore traduit</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Traduit</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>The source changed</source>
        <translation>La source a changé</translation>
    </message>
    <message>
        <source>Not yet in the translation</source>
        <translation>Pas encore dans la traduction</translation>
    </message>
    <message>
        <source>No longer in the source</source>
        <translation>N’est plus dans la source</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Comme dans la source</translation>
    </message>
</context>
<context>
    <name>BlockEdit</name>
    <message>
        <source>Translation of the block</source>
        <translation>Traduction du bloc</translation>
    </message>
</context>
<context>
    <name>BlockList</name>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
</context>
<context>
    <name>BlockTab</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>Ajouter un terme</translation>
    </message>
    <message>
        <source>Nothing like this was translated before.</source>
        <translation>Rien de semblable n’a encore été traduit.</translation>
    </message>
    <message>
        <source>No glossary term stands in this block.</source>
        <translation>Aucun terme du glossaire dans ce bloc.</translation>
    </message>
    <message>
        <source>Enter or a double click takes this translation</source>
        <translation>Entrée ou un double clic reprend cette traduction</translation>
    </message>
</context>
<context>
    <name>BlocksPage</name>
    <message>
        <source>Block</source>
        <translation>Bloc</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Gabarit</translation>
    </message>
    <message>
        <source>HTML with Jinja2; empty: the site’s own. “{{ super() }}” keeps it, too.</source>
        <translation>HTML avec Jinja2&#x202f;; vide&#xa0;: celui du site. «&#xa0;{{ super() }}&#xa0;» le garde aussi.</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>kbeditor met an error it did not expect</source>
        <translation>kbeditor a rencontré une erreur inattendue</translation>
    </message>
    <message>
        <source>What you wrote is saved. You can go on; if something looks wrong, start the program anew. The report below is also in the log:</source>
        <translation>Ce que vous avez écrit est enregistré. Vous pouvez continuer&#x202f;; si quelque chose semble anormal, relancez le programme. Le rapport ci-dessous se trouve aussi dans le journal&#xa0;:</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Open Log Folder</source>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
</context>
<context>
    <name>CategoryProgressTree</name>
    <message>
        <source>Progress by category</source>
        <translation>Avancement par catégorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Words left</source>
        <translation>Mots restants</translation>
    </message>
    <message>
        <source>Outdated words</source>
        <translation>Mots obsolètes</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquants</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Obsolètes</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Tous les articles</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Filter titles and addresses</source>
        <translation>Filtrer titres et adresses</translation>
    </message>
    <message>
        <source>Pages that change</source>
        <translation>Pages qui changent</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>Ouvrir l’article</translation>
    </message>
    <message>
        <source>No page passes this filter</source>
        <translation>Aucune page ne passe ce filtre</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln old address(es) will lead on to where their page is now.</source>
        <translation>
            <numerusform>%Ln ancienne adresse mènera là où se trouve sa page.</numerusform>
            <numerusform>%Ln anciennes adresses mèneront là où se trouve leur page.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Rien ne change</translation>
    </message>
    <message>
        <source>What is published is as the library is now: no release is needed.</source>
        <translation>Ce qui est en ligne correspond à la bibliothèque&#xa0;: rien n’est à publier.</translation>
    </message>
    <message>
        <source>All changes ({count})</source>
        <translation>Tous les changements ({count})</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more block(s)</source>
        <translation>
            <numerusform>… et %Ln autre bloc</numerusform>
            <numerusform>… et %Ln autres blocs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures without a description</source>
        <translation>Images sans description</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Heading ids</source>
        <translation>Identifiants de titres</translation>
    </message>
    <message>
        <source>Markup</source>
        <translation>Balisage</translation>
    </message>
    <message>
        <source>Same as the source</source>
        <translation>Identique à la source</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Tronqué</translation>
    </message>
    <message>
        <source>Double spaces</source>
        <translation>Espaces doubles</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>French spacing</source>
        <translation>Espaces françaises</translation>
    </message>
</context>
<context>
    <name>ChooseCategory</name>
    <message numerus="yes">
        <source>Move %Ln thing(s) to…</source>
        <translation>
            <numerusform>Déplacer %Ln élément vers…</numerusform>
            <numerusform>Déplacer %Ln éléments vers…</numerusform>
        </translation>
    </message>
    <message>
        <source>Type to find a category</source>
        <translation>Tapez pour trouver une catégorie</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Déplacer ici</translation>
    </message>
    <message>
        <source>Top level</source>
        <translation>Premier niveau</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Choose an article</source>
        <translation>Choisir un article</translation>
    </message>
    <message>
        <source>Choose an article or category</source>
        <translation>Choisir un article ou une catégorie</translation>
    </message>
</context>
<context>
    <name>ClashCard</name>
    <message>
        <source>&amp;Mine</source>
        <translation>Le &amp;mien</translation>
    </message>
    <message>
        <source>&amp;Theirs</source>
        <translation>Le &amp;leur</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>Les &amp;deux</translation>
    </message>
    <message>
        <source>By &amp;hand</source>
        <translation>À la m&amp;ain</translation>
    </message>
    <message>
        <source>Mine, and theirs behind it</source>
        <translation>Le mien, puis le leur</translation>
    </message>
    <message>
        <source>Write it in the result</source>
        <translation>L’écrire dans le résultat</translation>
    </message>
    <message>
        <source>Theirs ({who})</source>
        <translation>Le leur ({who})</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Le leur</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Le mien</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Tapez une commande</translation>
    </message>
    <message>
        <source>No command is called like that</source>
        <translation>Aucune commande ne porte ce nom</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>&amp;Unchanged parts, too</source>
        <translation>Aussi ce qui est in&amp;changé</translation>
    </message>
    <message>
        <source>Previous change (Alt+Up)</source>
        <translation>Changement précédent (Alt+Haut)</translation>
    </message>
    <message>
        <source>Next change (Alt+Down)</source>
        <translation>Changement suivant (Alt+Bas)</translation>
    </message>
    <message>
        <source>They say the same</source>
        <translation>Elles disent la même chose</translation>
    </message>
    <message>
        <source>Not a word differs between the two.</source>
        <translation>Pas un mot ne diffère entre les deux.</translation>
    </message>
    <message>
        <source>Change {at} of {count}</source>
        <translation>Changement {at} sur {count}</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Words, or a “phrase in quotation marks”</source>
        <translation>Des mots, ou une «&#xa0;suite entre guillemets&#xa0;»</translation>
    </message>
    <message>
        <source>Search translated blocks</source>
        <translation>Chercher dans les blocs traduits</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Où chercher</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>How was it said before?</source>
        <translation>Comment l’a-t-on dit jusqu’ici&#x202f;?</translation>
    </message>
    <message>
        <source>Finds words in all that was translated, with their translation.</source>
        <translation>Trouve des mots dans tout ce qui a été traduit, avec leur traduction.</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”</source>
        <translation>Rien trouvé pour «&#xa0;{query}&#xa0;»</translation>
    </message>
    <message>
        <source>All words must occur in one block. Try fewer.</source>
        <translation>Tous les mots doivent se trouver dans un même bloc. Essayez-en moins.</translation>
    </message>
    <message>
        <source>Enter or a double click inserts this translation</source>
        <translation>Entrée ou un double clic insère cette traduction</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>This text was changed elsewhere while you typed. Nothing was overwritten.</source>
        <translation>Ce texte a été modifié ailleurs pendant votre frappe. Rien n’a été écrasé.</translation>
    </message>
    <message>
        <source>Compare and merge…</source>
        <translation>Comparer et fusionner…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre le leur</translation>
    </message>
    <message>
        <source>Copy mine</source>
        <translation>Copier le mien</translation>
    </message>
    <message>
        <source>{who} changed “{title}” while you typed. Both are in it now.</source>
        <translation>{who} a modifié «&#xa0;{title}&#xa0;» pendant votre frappe. Les deux s’y trouvent maintenant.</translation>
    </message>
    <message>
        <source>“{title}” was changed elsewhere while you typed. Both are in it now.</source>
        <translation>«&#xa0;{title}&#xa0;» a été modifié ailleurs pendant votre frappe. Les deux s’y trouvent maintenant.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“{title}” was moved to the trash elsewhere while it was open here. What you wrote is in it.</source>
        <translation>«&#xa0;{title}&#xa0;» a été mis à la corbeille ailleurs pendant qu’il était ouvert ici. Ce que vous avez écrit s’y trouve.</translation>
    </message>
    <message>
        <source>“{title}” was deleted elsewhere while you wrote. What you wrote is still here.</source>
        <translation>«&#xa0;{title}&#xa0;» a été supprimé ailleurs pendant que vous écriviez. Ce que vous avez écrit est encore là.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Le remettre</translation>
    </message>
    <message>
        <source>Copy my text</source>
        <translation>Copier mon texte</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>catégories</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>textes</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>versions</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>langues</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>pictures and files</source>
        <translation>images et fichiers</translation>
    </message>
    <message>
        <source>links kept</source>
        <translation>liens conservés</translation>
    </message>
    <message>
        <source>links without a target</source>
        <translation>liens sans cible</translation>
    </message>
    <message>
        <source>translations without a source</source>
        <translation>traductions sans source</translation>
    </message>
    <message>
        <source>tables of contents</source>
        <translation>tables des matières</translation>
    </message>
    <message>
        <source>broken links</source>
        <translation>liens rompus</translation>
    </message>
    <message>
        <source>redirects</source>
        <translation>redirections</translation>
    </message>
    <message>
        <source>articles and categories</source>
        <translation>articles et catégories</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>blocs</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>pairs of the memory</source>
        <translation>paires de la mémoire</translation>
    </message>
    <message>
        <source>pairs for the memory</source>
        <translation>paires pour la mémoire</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>termes</translation>
    </message>
    <message>
        <source>new terms</source>
        <translation>nouveaux termes</translation>
    </message>
    <message>
        <source>changed terms</source>
        <translation>termes modifiés</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>votes</translation>
    </message>
    <message>
        <source>searches that found nothing</source>
        <translation>recherches sans résultat</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>déjà connus</translation>
    </message>
    <message>
        <source>files compared</source>
        <translation>fichiers comparés</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangés</translation>
    </message>
    <message>
        <source>blocks taken</source>
        <translation>blocs repris</translation>
    </message>
    <message>
        <source>taken as outdated</source>
        <translation>repris comme obsolètes</translation>
    </message>
    <message>
        <source>overwritten</source>
        <translation>remplacés</translation>
    </message>
    <message>
        <source>translations begun</source>
        <translation>traductions commencées</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissés de côté</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>A part of the file cannot be read.</source>
        <translation>Une partie du fichier est illisible.</translation>
    </message>
    <message>
        <source>An index does not agree with its table.</source>
        <translation>Un index ne concorde pas avec sa table.</translation>
    </message>
    <message>
        <source>A row breaks a rule of the library.</source>
        <translation>Une ligne enfreint une règle de la bibliothèque.</translation>
    </message>
    <message>
        <source>The index of the full-text search is damaged.</source>
        <translation>L’index de la recherche est endommagé.</translation>
    </message>
    <message>
        <source>Something points to what is not there.</source>
        <translation>Quelque chose renvoie à ce qui n’existe pas.</translation>
    </message>
    <message>
        <source>A row holds a value that cannot be read.</source>
        <translation>Une ligne contient une valeur illisible.</translation>
    </message>
    <message>
        <source>Its words are not as they were saved.</source>
        <translation>Ses mots ne sont pas tels qu’ils ont été enregistrés.</translation>
    </message>
    <message>
        <source>Its words, or a part of them, cannot be read.</source>
        <translation>Ses mots sont illisibles, en tout ou en partie.</translation>
    </message>
    <message>
        <source>Its published version is missing.</source>
        <translation>Sa version publiée manque.</translation>
    </message>
    <message>
        <source>An earlier version is not as it was saved.</source>
        <translation>Une version antérieure n’est pas telle qu’elle a été enregistrée.</translation>
    </message>
    <message>
        <source>Its bytes are not as they were saved.</source>
        <translation>Ses octets ne sont pas tels qu’ils ont été enregistrés.</translation>
    </message>
    <message>
        <source>Its bytes are missing.</source>
        <translation>Ses octets manquent.</translation>
    </message>
    <message>
        <source>What was kept of the release is not as it was saved.</source>
        <translation>Ce qui a été gardé de la parution n’est pas tel qu’il a été enregistré.</translation>
    </message>
    <message>
        <source>The search does not know it.</source>
        <translation>La recherche ne le connaît pas.</translation>
    </message>
    <message>
        <source>Its blocks are not in one row.</source>
        <translation>Ses blocs ne se suivent pas.</translation>
    </message>
    <message>
        <source>It lies within itself.</source>
        <translation>Elle se trouve en elle-même.</translation>
    </message>
    <message>
        <source>Only a part of its words could be read: look through it.</source>
        <translation>Seule une partie de ses mots a pu être lue&#xa0;: relisez-le.</translation>
    </message>
    <message>
        <source>Its words may have been changed by the damage: look through it.</source>
        <translation>Le dommage a pu changer ses mots&#xa0;: relisez-le.</translation>
    </message>
    <message>
        <source>Its words were lost; these are of its last whole version.</source>
        <translation>Ses mots sont perdus&#x202f;; ceux-ci viennent de sa dernière version intacte.</translation>
    </message>
    <message>
        <source>Its words were lost; these are from the search: without formatting, links and pictures.</source>
        <translation>Ses mots sont perdus&#x202f;; ceux-ci viennent de la recherche&#xa0;: sans mise en forme, liens ni images.</translation>
    </message>
    <message>
        <source>Its words are lost; only what it was called is known.</source>
        <translation>Ses mots sont perdus&#x202f;; seul son titre est connu.</translation>
    </message>
    <message>
        <source>It was found without its place; it is in “Recovered” now.</source>
        <translation>Il a été retrouvé sans sa place&#x202f;; il est maintenant dans «&#xa0;Recovered&#xa0;».</translation>
    </message>
    <message>
        <source>What readers see of it is lost; it is a draft now.</source>
        <translation>Ce que les lecteurs en voient est perdu&#x202f;; c’est maintenant un brouillon.</translation>
    </message>
    <message>
        <source>Its category is lost; it is in “Recovered” now.</source>
        <translation>Sa catégorie est perdue&#x202f;; il est maintenant dans «&#xa0;Recovered&#xa0;».</translation>
    </message>
    <message>
        <source>Its labels, owner and dates are lost.</source>
        <translation>Ses étiquettes, son responsable et ses dates sont perdus.</translation>
    </message>
    <message>
        <source>Its labels and dates are lost, maybe its place, too.</source>
        <translation>Ses étiquettes et ses dates sont perdues, peut-être aussi sa place.</translation>
    </message>
    <message>
        <source>An earlier version may have been changed by the damage.</source>
        <translation>Le dommage a pu changer une version antérieure.</translation>
    </message>
    <message>
        <source>An earlier version is lost but for its beginning.</source>
        <translation>Une version antérieure est perdue, sauf son début.</translation>
    </message>
    <message>
        <source>Its bytes were changed by the damage: look at it.</source>
        <translation>Le dommage a changé ses octets&#xa0;: regardez-le.</translation>
    </message>
    <message>
        <source>The picture or file is lost.</source>
        <translation>L’image ou le fichier est perdu.</translation>
    </message>
    <message>
        <source>What it was called is lost.</source>
        <translation>Son nom est perdu.</translation>
    </message>
    <message>
        <source>A note whose place is lost.</source>
        <translation>Une note dont la place est perdue.</translation>
    </message>
    <message>
        <source>What was kept of this release is lost.</source>
        <translation>Ce qui a été gardé de cette parution est perdu.</translation>
    </message>
    <message>
        <source>Which of its blocks were approved is lost; they were made anew.</source>
        <translation>On ne sait plus quels blocs étaient approuvés&#x202f;; ils ont été refaits.</translation>
    </message>
    <message>
        <source>What this language was called is lost.</source>
        <translation>Le nom de cette langue est perdu.</translation>
    </message>
    <message>
        <source>The library’s own record is lost: look through its name and settings.</source>
        <translation>La fiche de la bibliothèque est perdue&#xa0;: vérifiez son nom et ses réglages.</translation>
    </message>
    <message>
        <source>The write-ahead log beside the file does not belong to it; it was left out.</source>
        <translation>Le journal à côté du fichier n’est pas le sien&#x202f;; il a été laissé de côté.</translation>
    </message>
    <message>
        <source>Rows were found on pages that nothing led to: they may be older, or deleted before.</source>
        <translation>Des lignes ont été trouvées sur des pages isolées&#xa0;: elles peuvent être anciennes, ou supprimées avant.</translation>
    </message>
    <message>
        <source>Rows that could not be read.</source>
        <translation>Lignes illisibles.</translation>
    </message>
    <message>
        <source>Rows that belonged to what is lost.</source>
        <translation>Lignes qui appartenaient à ce qui est perdu.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>One or two sentences, shown under the title</source>
        <translation>Une ou deux phrases, affichées sous le titre</translation>
    </message>
    <message>
        <source>Other words readers search for, with commas</source>
        <translation>Autres mots que cherchent les lecteurs, séparés par des virgules</translation>
    </message>
    <message>
        <source>From the title</source>
        <translation>D’après le titre</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>Dismiss</name>
    <message numerus="yes">
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln problème</numerusform>
            <numerusform>%Ln problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>Why is this no fault? Whoever looks here later reads it.</source>
        <translation>Pourquoi n’est-ce pas une faute&#x202f;? Qui passera ici plus tard le lira.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Hide this pane</source>
        <translation>Masquer ce panneau</translation>
    </message>
    <message>
        <source>Hide {pane}</source>
        <translation>Masquer {pane}</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Translate block by block (Ctrl+Shift+B)</source>
        <translation>Traduire bloc par bloc (Ctrl+Maj+B)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Write the translation as one text (Ctrl+Shift+B)</source>
        <translation>Écrire la traduction comme un seul texte (Ctrl+Maj+B)</translation>
    </message>
    <message>
        <source>Show the source text beside the translation</source>
        <translation>Afficher le texte source à côté de la traduction</translation>
    </message>
    <message>
        <source>Show the translation’s text</source>
        <translation>Afficher le texte de la traduction</translation>
    </message>
    <message>
        <source>Show summary, keywords and address</source>
        <translation>Afficher le résumé, les mots-clés et l’adresse</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Write in Markdown…</source>
        <translation>Rédigez en Markdown…</translation>
    </message>
    <message>
        <source>Start from scratch</source>
        <translation>Partir de zéro</translation>
    </message>
    <message>
        <source>Start from the source text</source>
        <translation>Partir du texte source</translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n’est ouvert</translation>
    </message>
    <message>
        <source>Choose an article in the navigator, or make a new one.</source>
        <translation>Choisissez un article dans le navigateur, ou créez-en un.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message>
        <source>{selected} of {all}</source>
        <translation>{selected} sur {all}</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The {what} {which} is not in this library.</source>
        <translation>L’élément {which} ({what}) n’est pas dans cette bibliothèque.</translation>
    </message>
    <message>
        <source>{path} is no longer there: it was deleted or moved, or its drive was removed. Put it back and try again, or save the library elsewhere.</source>
        <translation>{path} n’est plus là&#xa0;: le fichier a été supprimé ou déplacé, ou son disque retiré. Remettez-le en place et réessayez, ou enregistrez la bibliothèque ailleurs.</translation>
    </message>
    <message>
        <source>{path} is another file now: it was replaced while it was open here. Save the library elsewhere, then compare the two.</source>
        <translation>{path} est maintenant un autre fichier&#xa0;: il a été remplacé pendant qu’il était ouvert ici. Enregistrez la bibliothèque ailleurs, puis comparez les deux.</translation>
    </message>
    <message>
        <source>Choose another place: the library is there already.</source>
        <translation>Choisissez un autre endroit&#xa0;: la bibliothèque s’y trouve déjà.</translation>
    </message>
    <message>
        <source>Nothing of a kbeditor library could be read in {path}.</source>
        <translation>Rien d’une bibliothèque kbeditor n’a pu être lu dans {path}.</translation>
    </message>
    <message>
        <source>The library is busy: another program is writing to it. Try again.</source>
        <translation>La bibliothèque est occupée&#xa0;: un autre programme y écrit. Réessayez.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing was lost or changed.</source>
        <translation>Le disque est plein. Libérez de la place&#x202f;; rien n’est perdu ni changé.</translation>
    </message>
    <message>
        <source>The library cannot be written: the file or its folder is read-only.</source>
        <translation>La bibliothèque ne peut pas être écrite&#xa0;: le fichier ou son dossier est en lecture seule.</translation>
    </message>
    <message>
        <source>The disk reports an error while reading or writing the library.</source>
        <translation>Le disque signale une erreur en lisant ou en écrivant la bibliothèque.</translation>
    </message>
    <message>
        <source>The library file is damaged. Restore a backup or try to repair a copy.</source>
        <translation>Le fichier de la bibliothèque est endommagé. Restaurez une sauvegarde ou essayez d’en réparer une copie.</translation>
    </message>
    <message>
        <source>The library file cannot be opened. Is its drive still there?</source>
        <translation>Le fichier de la bibliothèque ne peut pas être ouvert. Son disque est-il encore là&#x202f;?</translation>
    </message>
    <message>
        <source>{what} was changed elsewhere meanwhile; nothing was overwritten.</source>
        <translation>{what}&#xa0;: modifié ailleurs entre-temps&#x202f;; rien n’a été écrasé.</translation>
    </message>
    <message>
        <source>Say what is to be found.</source>
        <translation>Indiquez ce qu’il faut rechercher.</translation>
    </message>
    <message>
        <source>What is looked for may have {most} characters at most.</source>
        <translation>Le texte recherché peut avoir au plus {most} caractères.</translation>
    </message>
    <message>
        <source>Regular expression, character {place}: {reason}.</source>
        <translation>Expression régulière, caractère {place}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The expression takes more than {seconds} seconds for “{title}” ({locale}). Make it simpler: a repeat within a repeat is what takes so long.</source>
        <translation>L’expression prend plus de {seconds} secondes pour «&#xa0;{title}&#xa0;» ({locale}). Simplifiez-la&#xa0;: c’est une répétition dans une répétition qui prend tant de temps.</translation>
    </message>
    <message>
        <source>Replacement, character {place}: the expression has no group “{group}”.</source>
        <translation>Remplacement, caractère {place}&#xa0;: l’expression n’a pas de groupe «&#xa0;{group}&#xa0;».</translation>
    </message>
    <message>
        <source>Replacement, character {place}: “{escape}” means nothing; a backslash itself is written twice.</source>
        <translation>Remplacement, caractère {place}&#xa0;: «&#xa0;{escape}&#xa0;» ne signifie rien&#xa0;; une barre oblique inverse s’écrit deux fois.</translation>
    </message>
    <message>
        <source>A text needs a title.</source>
        <translation>Un texte a besoin d’un titre.</translation>
    </message>
    <message>
        <source>The text was changed meanwhile.</source>
        <translation>Le texte a été modifié entre-temps.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Aucune bibliothèque n’est ouverte.</translation>
    </message>
    <message>
        <source>The backup {path} could not be written: {why}.</source>
        <translation>La sauvegarde {path} n’a pas pu être écrite&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The copy is damaged ({why}); it was not kept.</source>
        <translation>La copie est endommagée ({why})&#x202f;; elle n’a pas été conservée.</translation>
    </message>
    <message>
        <source>A backup cannot be written over the library itself.</source>
        <translation>Une sauvegarde ne peut pas remplacer la bibliothèque elle-même.</translation>
    </message>
    <message>
        <source>There is no room for a backup in {folder}: it takes {needed} MB, and {free} MB are free. Free some space there, or choose another folder for backups.</source>
        <translation>Il n’y a pas de place pour une sauvegarde dans {folder}&#xa0;: il lui faut {needed} Mo, et {free} Mo sont libres. Libérez de la place, ou choisissez un autre dossier pour les sauvegardes.</translation>
    </message>
    <message>
        <source>{path} is damaged, so no backup is made of it: it would take the place of a good one.</source>
        <translation>{path} est endommagé&#xa0;: aucune sauvegarde n’en est faite, elle prendrait la place d’une bonne.</translation>
    </message>
    <message>
        <source>A library cannot be restored from itself.</source>
        <translation>Une bibliothèque ne peut pas être restaurée à partir d’elle-même.</translation>
    </message>
    <message>
        <source>{path} is a backup of “{name}”, which is another library.</source>
        <translation>{path} est une sauvegarde de «&#xa0;{name}&#xa0;», qui est une autre bibliothèque.</translation>
    </message>
    <message>
        <source>{path} could not be put back: {why}. The library is as it was.</source>
        <translation>{path} n’a pas pu être remis en place&#xa0;: {why}. La bibliothèque est telle qu’elle était.</translation>
    </message>
    <message>
        <source>{path} is open in another window or program. Close it there, then try again.</source>
        <translation>{path} est ouvert dans une autre fenêtre ou un autre programme. Fermez-le là-bas, puis réessayez.</translation>
    </message>
    <message>
        <source>“{address}” is not a public address. It begins with https:// or http://.</source>
        <translation>«&#xa0;{address}&#xa0;» n’est pas une adresse publique. Elle commence par https:// ou http://.</translation>
    </message>
    <message>
        <source>“{tag}” is not a language tag such as fr or pt-BR.</source>
        <translation>«&#xa0;{tag}&#xa0;» n’est pas un code de langue comme fr ou pt-BR.</translation>
    </message>
    <message>
        <source>The sample has no article “{title}”.</source>
        <translation>L’exemple n’a pas d’article «&#xa0;{title}&#xa0;».</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {why}.</source>
        <translation>{path} ne peut pas être ouvert&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}); choose another place.</source>
        <translation>{path} ne peut pas être écrit ({why})&#x202f;; choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} ne peut pas être écrit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{path} is empty: it holds no library.</source>
        <translation>{path} est vide&#xa0;: il ne contient pas de bibliothèque.</translation>
    </message>
    <message>
        <source>A library needs a name.</source>
        <translation>Une bibliothèque doit avoir un nom.</translation>
    </message>
    <message>
        <source>A note needs some words.</source>
        <translation>Une note a besoin de quelques mots.</translation>
    </message>
    <message>
        <source>The source of this text was never published: publish it first, then translate it.</source>
        <translation>La source de ce texte n’a jamais été publiée&#xa0;: publiez-la d’abord, puis traduisez-la.</translation>
    </message>
    <message>
        <source>A glossary entry needs a term and its translation.</source>
        <translation>Une entrée du glossaire a besoin d’un terme et de sa traduction.</translation>
    </message>
    <message>
        <source>“{term}” is in the glossary already: change that entry instead.</source>
        <translation>«&#xa0;{term}&#xa0;» est déjà dans le glossaire&#xa0;: modifiez plutôt cette entrée.</translation>
    </message>
    <message>
        <source>Say why this is no fault: others will read it.</source>
        <translation>Dites pourquoi ce n’est pas une faute&#xa0;: d’autres le liront.</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Un fichier doit avoir un nom.</translation>
    </message>
    <message>
        <source>This text exists already.</source>
        <translation>Ce texte existe déjà.</translation>
    </message>
    <message>
        <source>The library has {name} already.</source>
        <translation>La bibliothèque contient déjà {name}.</translation>
    </message>
    <message>
        <source>There is already a file {path}.</source>
        <translation>Il existe déjà un fichier {path}.</translation>
    </message>
    <message>
        <source>These fallbacks would lead back to {tag}.</source>
        <translation>Ces langues de remplacement ramèneraient à {tag}.</translation>
    </message>
    <message>
        <source>{name} is used in {count} texts.</source>
        <translation>{name} est utilisé dans {count} textes.</translation>
    </message>
    <message>
        <source>A JSON bundle is a whole library and goes into an empty one only; make a new library and import {path} there.</source>
        <translation>Une archive JSON est une bibliothèque entière et ne s’importe que dans une bibliothèque vide&#x202f;; créez-en une et importez-y {path}.</translation>
    </message>
    <message>
        <source>Line {line} is longer than {limit} characters. Break it into shorter lines.</source>
        <translation>La ligne {line} dépasse {limit} caractères. Coupez-la en lignes plus courtes.</translation>
    </message>
    <message>
        <source>The library could not be brought to this program&apos;s format without loss ({what}). It was left as it was.</source>
        <translation>La bibliothèque n’a pas pu être convertie sans perte au format de ce programme ({what}). Elle est restée telle quelle.</translation>
    </message>
    <message>
        <source>A category cannot be moved into itself.</source>
        <translation>Une catégorie ne peut pas être déplacée dans elle-même.</translation>
    </message>
    <message>
        <source>{path} was made by a newer kbeditor (format {found}, this one knows {known}). Update the program to open it; nothing was changed.</source>
        <translation>{path} provient d’un kbeditor plus récent (format {found}, celui-ci connaît {known}). Mettez le programme à jour pour l’ouvrir&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>Il n’y a ni fichier ni dossier {path}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Il n’y a pas de fichier {path}.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Il n’y a pas de dossier {path}.</translation>
    </message>
    <message>
        <source>Choose at least one locale to export.</source>
        <translation>Choisissez au moins une langue à exporter.</translation>
    </message>
    <message>
        <source>A whole library can only be imported into an empty one.</source>
        <translation>Une bibliothèque entière ne s’importe que dans une bibliothèque vide.</translation>
    </message>
    <message>
        <source>A library can have {most} languages.</source>
        <translation>Une bibliothèque peut avoir {most} langues au plus.</translation>
    </message>
    <message>
        <source>The library was changed since this import was planned. Plan it anew; nothing was changed.</source>
        <translation>La bibliothèque a changé depuis la préparation de cet import. Recommencez la lecture&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Only what lies in the trash can be deleted for ever.</source>
        <translation>Seul ce qui est à la corbeille peut être supprimé définitivement.</translation>
    </message>
    <message>
        <source>This text was never published: there is nothing to go back to.</source>
        <translation>Ce texte n’a jamais été publié&#xa0;: il n’y a pas de version à laquelle revenir.</translation>
    </message>
    <message>
        <source>{path} is a database of another program, not a kbeditor library.</source>
        <translation>{path} est la base de données d’un autre programme, pas une bibliothèque kbeditor.</translation>
    </message>
    <message>
        <source>{path} is not a kbeditor library.</source>
        <translation>{path} n’est pas une bibliothèque kbeditor.</translation>
    </message>
    <message>
        <source>{name} is a pipe or device; choose files.</source>
        <translation>{name} est un tube ou un périphérique&#xa0;; choisissez des fichiers.</translation>
    </message>
    <message>
        <source>{path} holds something that no kbeditor made ({what}) and that would run by itself, so it was not opened. Repair it into a new file, or ask who sent it.</source>
        <translation>{path} contient quelque chose qu’aucun kbeditor n’a fait ({what}) et qui s’exécuterait de lui-même&#xa0;; ce fichier n’a pas été ouvert. Réparez-le dans un nouveau fichier, ou demandez à qui l’a envoyé.</translation>
    </message>
    <message>
        <source>{name} cannot be taken in: {why}.</source>
        <translation>{name} ne peut pas être ajouté&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>There is no Markdown file in {path}.</source>
        <translation>Il n’y a pas de fichier Markdown dans {path}.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>Rien n’est encore écrit ici.</translation>
    </message>
    <message>
        <source>Another page here has the address “{slug}”.</source>
        <translation>Une autre page porte déjà l’adresse «&#xa0;{slug}&#xa0;».</translation>
    </message>
    <message>
        <source>The text in the source language belongs to the article itself: move the article to the trash instead.</source>
        <translation>Le texte dans la langue source fait partie de l’article&#xa0;: mettez plutôt l’article à la corbeille.</translation>
    </message>
    <message>
        <source>The source language cannot be removed.</source>
        <translation>La langue source ne peut pas être retirée.</translation>
    </message>
    <message>
        <source>{path} exists already and is something else; choose another name.</source>
        <translation>{path} existe déjà et contient autre chose&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{path} holds other files. Choose a new or empty place, or an earlier export.</source>
        <translation>{path} contient d’autres fichiers. Choisissez un emplacement nouveau ou vide, ou un export précédent.</translation>
    </message>
    <message>
        <source>This text is larger than {limit} MB. Split it into several articles.</source>
        <translation>Ce texte dépasse {limit} Mo. Répartissez-le sur plusieurs articles.</translation>
    </message>
    <message>
        <source>A title may have {most} characters at most.</source>
        <translation>Un titre compte au plus {most} caractères.</translation>
    </message>
    <message>
        <source>A text may have {most} characters at most.</source>
        <translation>Un texte compte au plus {most} caractères.</translation>
    </message>
    <message>
        <source>There is no export format “{format}”; there are: {known}.</source>
        <translation>Il n’y a pas de format d’export «&#xa0;{format}&#xa0;»&#x202f;; il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>{path} is neither a folder of Markdown files nor a kbeditor bundle.</source>
        <translation>{path} n’est ni un dossier de fichiers Markdown ni une archive kbeditor.</translation>
    </message>
    <message>
        <source>This library has no locale “{locale}”.</source>
        <translation>Cette bibliothèque n’a pas de langue «&#xa0;{locale}&#xa0;».</translation>
    </message>
    <message>
        <source>This library can only be read here, and its texts were not split into blocks yet: open it once where it can be written.</source>
        <translation>Cette bibliothèque ne peut qu’être lue ici, et ses textes n’ont pas encore été découpés en blocs&#xa0;: ouvrez-la une fois là où elle peut être écrite.</translation>
    </message>
    <message>
        <source>There is nothing to hand out: no block of {locale} is {only}.</source>
        <translation>Il n’y a rien à confier&#xa0;: aucun bloc en {locale} n’est {only}.</translation>
    </message>
    <message>
        <source>{path} was handed out from another library; open that one to take it in.</source>
        <translation>{path} vient d’une autre bibliothèque&#xa0;; ouvrez celle-ci pour le reprendre.</translation>
    </message>
    <message>
        <source>No block of {path} is in this library: it was handed out from another one, or all of its articles are gone.</source>
        <translation>Aucun bloc de {path} n’est dans cette bibliothèque&#xa0;: il vient d’une autre, ou tous ses articles ont disparu.</translation>
    </message>
    <message>
        <source>{path} translates from {found}; the source language of this library is {source}.</source>
        <translation>{path} traduit depuis {found}&#xa0;; la langue source de cette bibliothèque est {source}.</translation>
    </message>
    <message>
        <source>{path} is a translation into {found}, not into {wanted}.</source>
        <translation>{path} est une traduction en {found}, pas en {wanted}.</translation>
    </message>
    <message>
        <source>{path} does not say which language it is for; choose one of {known}.</source>
        <translation>{path} ne dit pas pour quelle langue il est&#xa0;; choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>This library is not translated into “{tag}”; it is into: {known}.</source>
        <translation>Cette bibliothèque n’est pas traduite en «&#xa0;{tag}&#xa0;»&#xa0;; elle l’est en&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>There is nothing in {path} for the languages of this library. {why}</source>
        <translation>Il n’y a rien dans {path} pour les langues de cette bibliothèque. {why}</translation>
    </message>
    <message>
        <source>{path} is no file that translators give back: PO, XLIFF, CSV, XLSX, a package, TMX or TBX.</source>
        <translation>{path} n’est pas un fichier que rendent les traducteurs&#xa0;: PO, XLIFF, CSV, XLSX, paquet, TMX ou TBX.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Il faut un nom.</translation>
    </message>
    <message>
        <source>Release {number} was built again at {path}, but its pages look different: another version of the program had built it.</source>
        <translation>La publication {number} est reconstruite dans {path}, mais ses pages diffèrent&#xa0;: une autre version du programme l’avait construite.</translation>
    </message>
    <message>
        <source>The manifest of {path} is damaged ({why}), so nothing can be said of its files. Export the site again.</source>
        <translation>Le manifeste de {path} est endommagé ({why})&#xa0;: on ne peut rien dire de ses fichiers. Exportez de nouveau le site.</translation>
    </message>
    <message>
        <source>The profile “{name}” does not say where to.</source>
        <translation>Le profil «&#xa0;{name}&#xa0;» ne dit pas où publier.</translation>
    </message>
    <message>
        <source>The template block “{block}” fails in line {line}: {reason}</source>
        <translation>Le bloc «&#xa0;{block}&#xa0;» échoue à la ligne {line}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>There is already one called “{name}”.</source>
        <translation>Il y en a déjà un qui s’appelle «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}” is listed already.</source>
        <translation>«&#xa0;{name}&#xa0;» figure déjà dans la liste.</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Une personne a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A name may have {most} characters at most.</source>
        <translation>Un nom compte au plus {most} caractères.</translation>
    </message>
    <message>
        <source>There is no role “{role}”.</source>
        <translation>Il n’y a pas de rôle «&#xa0;{role}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no profile “{name}”; there are: {known}.</source>
        <translation>Il n’y a pas de profil «&#xa0;{name}&#xa0;»&#x202f;; il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>There is no template block “{block}”. There are: {known}.</source>
        <translation>Il n’y a pas de bloc «&#xa0;{block}&#xa0;». Il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>This release cannot be built again: {what} was deleted from the library for good.</source>
        <translation>Cette publication ne peut pas être reconstruite&#xa0;: {what} a été supprimé définitivement de la bibliothèque.</translation>
    </message>
    <message>
        <source>What was kept of this release is damaged: {why}.</source>
        <translation>Ce qui était gardé de cette publication est endommagé&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{count} findings block this release; the first is in “{title}” ({locale}).</source>
        <translation>{count} constats bloquent cette publication&#x202f;; le premier est dans «&#xa0;{title}&#xa0;» ({locale}).</translation>
    </message>
    <message>
        <source>{path} is no site that kbeditor exported.</source>
        <translation>{path} n’est pas un site exporté par kbeditor.</translation>
    </message>
    <message>
        <source>“{accent}” is not a colour. Write it as # and six digits, as in #0b6760.</source>
        <translation>«&#xa0;{accent}&#xa0;» n’est pas une couleur. Écrivez # et six chiffres, comme #0b6760.</translation>
    </message>
    <message>
        <source>“{address}” cannot be a link of the site. Write an address with https:// or mailto:, or kb: and the id of an article.</source>
        <translation>«&#xa0;{address}&#xa0;» ne peut pas être un lien du site. Écrivez une adresse en https:// ou mailto:, ou kb: et l’identifiant d’un article.</translation>
    </message>
    <message>
        <source>“{address}” cannot take votes. Write an address with https://, or one that begins with /.</source>
        <translation>«&#xa0;{address}&#xa0;» ne peut pas recevoir de votes. Écrivez une adresse en https://, ou qui commence par /.</translation>
    </message>
    <message>
        <source>“{font}” is not a list of fonts. Write names with commas between them.</source>
        <translation>«&#xa0;{font}&#xa0;» n’est pas une liste de polices. Écrivez des noms séparés par des virgules.</translation>
    </message>
    <message>
        <source>{path}, line {line}: </source>
        <translation>{path}, ligne {line}&#xa0;: </translation>
    </message>
    <message>
        <source>{path}: </source>
        <translation>{path}&#xa0;: </translation>
    </message>
    <message>
        <source>it cannot be read ({why}).</source>
        <translation>lecture impossible ({why}).</translation>
    </message>
    <message>
        <source>it holds more than {limit:,} files.</source>
        <translation>il contient plus de {limit} fichiers.</translation>
    </message>
    <message>
        <source>it is a link or a device, not a file.</source>
        <translation>c’est un lien ou un périphérique, pas un fichier.</translation>
    </message>
    <message>
        <source>it is a link that leads out of the imported folder.</source>
        <translation>c’est un lien qui mène hors du dossier importé.</translation>
    </message>
    <message>
        <source>it is larger than {limit:,} bytes.</source>
        <translation>il dépasse {limit} octets.</translation>
    </message>
    <message>
        <source>it is locked with a password.</source>
        <translation>il est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>it would unpack to far too much.</source>
        <translation>son contenu décompressé serait bien trop volumineux.</translation>
    </message>
    <message>
        <source>its bytes are not what its record says.</source>
        <translation>son contenu ne correspond pas à sa fiche.</translation>
    </message>
    <message>
        <source>the file was changed during the import.</source>
        <translation>le fichier a été modifié pendant l’import.</translation>
    </message>
    <message>
        <source>the front matter is larger than {limit:,} bytes.</source>
        <translation>l’en-tête YAML dépasse {limit} octets.</translation>
    </message>
    <message>
        <source>the front matter is not valid YAML: {problem}.</source>
        <translation>l’en-tête n’est pas du YAML valable&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>the line is longer than {limit:,} characters.</source>
        <translation>la ligne dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>there is a NUL character, so this is not text.</source>
        <translation>il y a un caractère NUL&#xa0;: ce n’est pas du texte.</translation>
    </message>
    <message>
        <source>this file is not in the bundle.</source>
        <translation>ce fichier n’est pas dans l’archive.</translation>
    </message>
    <message>
        <source>this is not UTF-8 text.</source>
        <translation>ce n’est pas du texte UTF-8.</translation>
    </message>
    <message>
        <source>this is not a kbeditor bundle.</source>
        <translation>ce n’est pas une archive kbeditor.</translation>
    </message>
    <message>
        <source>this is the same locale as {other}.</source>
        <translation>c’est la même langue que {other}.</translation>
    </message>
    <message>
        <source>this name leads out of the bundle.</source>
        <translation>ce nom mène hors de l’archive.</translation>
    </message>
    <message>
        <source>from here on it belongs to another library or pair of languages; bring them in one by one.</source>
        <translation>à partir d’ici, il appartient à une autre bibliothèque ou paire de langues&#xa0;; reprenez-les une par une.</translation>
    </message>
    <message>
        <source>it declares a document type, which is not allowed here.</source>
        <translation>il déclare un type de document, ce qui n’est pas admis ici.</translation>
    </message>
    <message>
        <source>it has more than {limit:,} blocks.</source>
        <translation>il a plus de {limit:,} blocs.</translation>
    </message>
    <message>
        <source>it has more than {limit:,} pairs.</source>
        <translation>il a plus de {limit:,} paires.</translation>
    </message>
    <message>
        <source>it has more than {limit:,} terms.</source>
        <translation>il a plus de {limit:,} termes.</translation>
    </message>
    <message>
        <source>it has more than {limit:,} texts.</source>
        <translation>il y a plus de {limit:,} textes.</translation>
    </message>
    <message>
        <source>it has more than {limit:,} values.</source>
        <translation>il y a plus de {limit:,} valeurs.</translation>
    </message>
    <message>
        <source>it is packed in an unusual way.</source>
        <translation>il est compressé d’une façon inhabituelle.</translation>
    </message>
    <message>
        <source>its name is no Unicode text; rename it.</source>
        <translation>son nom n’est pas du texte Unicode&#xa0;; renommez-le.</translation>
    </message>
    <message>
        <source>no row names the columns “locale” and “helpful”.</source>
        <translation>aucune ligne ne nomme les colonnes «&#xa0;locale&#xa0;» et «&#xa0;helpful&#xa0;».</translation>
    </message>
    <message>
        <source>it has no PO header, so it is no PO file.</source>
        <translation>il n’a pas d’en-tête PO, ce n’est donc pas un fichier PO.</translation>
    </message>
    <message>
        <source>it is damaged inside the zip.</source>
        <translation>il est abîmé à l’intérieur du zip.</translation>
    </message>
    <message>
        <source>it is nested too deeply.</source>
        <translation>ses éléments sont trop emboîtés.</translation>
    </message>
    <message>
        <source>its column “{column}” is in {found}, not in {wanted}.</source>
        <translation>sa colonne «&#xa0;{column}&#xa0;» est en {found}, pas en {wanted}.</translation>
    </message>
    <message>
        <source>its first row must name the columns: term, translation, forbidden, note.</source>
        <translation>sa première ligne doit nommer les colonnes&#xa0;: term, translation, forbidden, note.</translation>
    </message>
    <message>
        <source>no row names the columns “id” and “target”, so it does not say which block is which; keep the first row as it was handed out.</source>
        <translation>aucune ligne ne nomme les colonnes «&#xa0;id&#xa0;» et «&#xa0;target&#xa0;», il ne dit donc pas quel bloc est lequel&#xa0;; gardez la première ligne telle qu’elle était.</translation>
    </message>
    <message>
        <source>row {row} is no sound CSV ({why}).</source>
        <translation>la ligne {row} n’est pas du CSV valable ({why}).</translation>
    </message>
    <message>
        <source>there is an entry without {missing}.</source>
        <translation>il y a une entrée sans {missing}.</translation>
    </message>
    <message>
        <source>there is more than one XLIFF file in it ({names}); take the one that is translated out of it and bring that in.</source>
        <translation>il contient plus d’un fichier XLIFF ({names})&#xa0;; sortez-en celui qui est traduit et importez-le.</translation>
    </message>
    <message>
        <source>there is no XLIFF file in it.</source>
        <translation>il ne contient pas de fichier XLIFF.</translation>
    </message>
    <message>
        <source>this is XLIFF {version}; 2.0 to 2.2 can be read.</source>
        <translation>c’est du XLIFF {version}&#xa0;; on lit de 2.0 à 2.2.</translation>
    </message>
    <message>
        <source>this is no XLSX workbook.</source>
        <translation>ce n’est pas un classeur XLSX.</translation>
    </message>
    <message>
        <source>this is no {root} file; it begins with &lt;{name}&gt;.</source>
        <translation>ce n’est pas un fichier {root}&#xa0;; il commence par &lt;{name}&gt;.</translation>
    </message>
    <message>
        <source>this is not Unicode text; save it as “CSV UTF-8” or as an XLSX workbook.</source>
        <translation>ce n’est pas du texte Unicode&#xa0;; enregistrez-le en «&#xa0;CSV UTF-8&#xa0;» ou en classeur XLSX.</translation>
    </message>
    <message>
        <source>this is not XLIFF 1.2.</source>
        <translation>ce n’est pas du XLIFF 1.2.</translation>
    </message>
    <message>
        <source>this is not a zip that can be read.</source>
        <translation>ce n’est pas un zip lisible.</translation>
    </message>
    <message>
        <source>this is not sound UTF-16 text.</source>
        <translation>ce n’est pas du texte UTF-16 valable.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>{state} and further</source>
        <translation>{state} et au-delà</translation>
    </message>
    <message>
        <source>Show pages that are not translated in another language</source>
        <translation>Afficher dans une autre langue les pages non traduites</translation>
    </message>
    <message>
        <source>As one .zip file</source>
        <translation>En un seul fichier .zip</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>&amp;Langues</translation>
    </message>
    <message>
        <source>Articles &amp;that are</source>
        <translation>É&amp;tat des articles</translation>
    </message>
    <message>
        <source>&amp;Address of the site</source>
        <translation>&amp;Adresse du site</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>A website of plain files: it works from any folder and without JavaScript.</source>
        <translation>Un site de simples fichiers&#xa0;: il fonctionne depuis n’importe quel dossier et sans JavaScript.</translation>
    </message>
    <message>
        <source>Everything in one documented bundle, pictures included.</source>
        <translation>Tout dans une archive documentée, images comprises.</translation>
    </message>
    <message>
        <source>The folder that receives the export</source>
        <translation>Le dossier qui reçoit l’export</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Exported to {target}</source>
        <translation>Exporté vers {target}</translation>
    </message>
</context>
<context>
    <name>FileCheckDialog</name>
    <message>
        <source>Check the file</source>
        <translation>Vérifier le fichier</translation>
    </message>
    <message>
        <source>Every text, version and picture is compared with what was saved. Nothing is written.</source>
        <translation>Chaque texte, version et image est comparé à ce qui a été enregistré. Rien n’est écrit.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>The file is sound.</source>
        <translation>Le fichier est intact.</translation>
    </message>
    <message numerus="yes">
        <source>The file is damaged: %Ln finding(s).</source>
        <translation>
            <numerusform>Le fichier est endommagé&#xa0;: %Ln constat.</numerusform>
            <numerusform>Le fichier est endommagé&#xa0;: %Ln constats.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>Sauve&amp;gardes…</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>&amp;Réparer…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Needs work</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Obsolètes</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vides</translation>
    </message>
    <message>
        <source>Find in the blocks</source>
        <translation>Chercher dans les blocs</translation>
    </message>
    <message>
        <source>Nothing left to do</source>
        <translation>Plus rien à faire</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} blocks left</source>
        <translation>
            <numerusform>%Ln bloc sur {all} à faire</numerusform>
            <numerusform>%Ln blocs sur {all} à faire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Suivant (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>at character {place}</source>
        <translation>au caractère {place}</translation>
    </message>
    <message>
        <source>Not a regular expression: {reason} {place}</source>
        <translation>Expression régulière incorrecte&#xa0;: {reason} {place}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>More than {count}</source>
        <translation>Plus de {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln occurrence</numerusform>
            <numerusform>%Ln occurrences</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>Cannot replace: {reason}</source>
        <translation>Remplacement impossible&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Broken link</source>
        <translation>Lien rompu</translation>
    </message>
    <message>
        <source>Link to a heading that is not there</source>
        <translation>Lien vers un titre absent</translation>
    </message>
    <message>
        <source>Picture not in the library</source>
        <translation>Image absente de la bibliothèque</translation>
    </message>
    <message>
        <source>Category without a name</source>
        <translation>Catégorie sans nom</translation>
    </message>
    <message>
        <source>Address used twice</source>
        <translation>Adresse utilisée deux fois</translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>Ouvrir l’article</translation>
    </message>
    <message>
        <source>What blocks…</source>
        <translation>Ce qui bloque…</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>No broken link, no missing picture, nothing untranslated or behind.</source>
        <translation>Aucun lien rompu, aucune image manquante, rien à traduire ni en retard.</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what} ({count})</translation>
    </message>
    <message>
        <source>{group} — blocks</source>
        <translation>{group} — bloque</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… et %Ln autre</numerusform>
            <numerusform>… et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>What the build reports ({count})</source>
        <translation>Ce que signale la construction ({count})</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <source>Enter shows the next ones</source>
        <translation>Entrée affiche les suivants</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Check library</source>
        <translation>Vérifier la bibliothèque</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Ce qui est contrôlé</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traductions</translation>
    </message>
    <message>
        <source>The library has changed since it was checked.</source>
        <translation>La bibliothèque a changé depuis la vérification.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln constat</numerusform>
            <numerusform>%Ln constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>All links, pictures, category names and addresses are as they should be.</source>
        <translation>Liens, images, noms de catégories et adresses sont tous en ordre.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore vérifiée</translation>
    </message>
    <message>
        <source>Looks for broken links, missing pictures and categories without a name.</source>
        <translation>Cherche les liens rompus, les images manquantes et les catégories sans nom.</translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>Insert the link</source>
        <translation>Insérer le lien</translation>
    </message>
    <message>
        <source>Insert the picture</source>
        <translation>Insérer l’image</translation>
    </message>
    <message>
        <source>Insert the code</source>
        <translation>Insérer le code</translation>
    </message>
    <message>
        <source>Insert the placeholder</source>
        <translation>Insérer la variable</translation>
    </message>
    <message>
        <source>Insert the footnote</source>
        <translation>Insérer la note de bas de page</translation>
    </message>
    <message>
        <source>Insert the id</source>
        <translation>Insérer l’identifiant</translation>
    </message>
    <message>
        <source>Insert the HTML</source>
        <translation>Insérer le HTML</translation>
    </message>
    <message>
        <source>One space</source>
        <translation>Une seule espace</translation>
    </message>
    <message>
        <source>No-break space</source>
        <translation>Espace insécable</translation>
    </message>
    <message>
        <source>Add the space</source>
        <translation>Ajouter l’espace</translation>
    </message>
    <message>
        <source>Use “{words}”</source>
        <translation>Écrire «&#xa0;{words}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Footing</name>
    <message>
        <source>network drive ({drive})</source>
        <translation>disque réseau ({drive})</translation>
    </message>
    <message>
        <source>network drive ({drive}), without a log</source>
        <translation>disque réseau ({drive}), sans journal</translation>
    </message>
    <message>
        <source>without shared memory, without a log</source>
        <translation>sans mémoire partagée, sans journal</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>FootingNotice</name>
    <message>
        <source>This library can only be read: its file or folder is write-protected. Nothing that you change here can be saved.</source>
        <translation>Cette bibliothèque peut seulement être lue&#xa0;: son fichier ou son dossier est protégé en écriture. Rien de ce que vous changez ici ne peut être enregistré.</translation>
    </message>
    <message>
        <source>This library lies on a network drive ({drive}). It is written there in the way that such drives bear: who reads waits for who writes, and saving may take a moment longer.</source>
        <translation>Cette bibliothèque se trouve sur un disque réseau ({drive}). Elle y est écrite comme ces disques le supportent&#xa0;: qui lit attend qui écrit, et l’enregistrement peut durer un peu plus longtemps.</translation>
    </message>
    <message>
        <source>The drive of this library gives programs no shared memory. It is written there in an older way: who reads waits for who writes.</source>
        <translation>Le disque de cette bibliothèque n’offre pas de mémoire partagée aux programmes. Elle y est écrite à l’ancienne&#xa0;: qui lit attend qui écrit.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>HTML help centre</source>
        <translation>Centre d’aide HTML</translation>
    </message>
    <message>
        <source>JSON bundle</source>
        <translation>Archive JSON</translation>
    </message>
    <message>
        <source>Translator’s package (zip)</source>
        <translation>Paquet du traducteur (zip)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>Workbook (XLSX)</source>
        <translation>Classeur (XLSX)</translation>
    </message>
    <message>
        <source>Translation memory (TMX)</source>
        <translation>Mémoire de traduction (TMX)</translation>
    </message>
    <message>
        <source>Glossary as a table (CSV)</source>
        <translation>Glossaire en tableau (CSV)</translation>
    </message>
    <message>
        <source>Glossary (TBX)</source>
        <translation>Glossaire (TBX)</translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>A code block of the source is missing.</source>
        <translation>Un bloc de code de la source manque.</translation>
    </message>
    <message>
        <source>A piece of HTML of the source is missing.</source>
        <translation>Un passage HTML de la source manque.</translation>
    </message>
    <message>
        <source>A picture of the source is missing.</source>
        <translation>Une image de la source manque.</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Broken link</source>
        <translation>Lien rompu</translation>
    </message>
    <message>
        <source>Link to a heading that is not there</source>
        <translation>Lien vers un titre absent</translation>
    </message>
    <message>
        <source>Picture not in the library</source>
        <translation>Image absente de la bibliothèque</translation>
    </message>
    <message>
        <source>Picture without a description</source>
        <translation>Image sans description</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>Page sans titre</translation>
    </message>
    <message>
        <source>Article without a text</source>
        <translation>Article sans texte</translation>
    </message>
    <message>
        <source>Article that is not translated</source>
        <translation>Article non traduit</translation>
    </message>
    <message>
        <source>Category without a name</source>
        <translation>Catégorie sans nom</translation>
    </message>
    <message>
        <source>Translation behind its source</source>
        <translation>Traduction en retard sur sa source</translation>
    </message>
    <message>
        <source>Translation behind an important change of its source</source>
        <translation>Traduction en retard sur un changement important de sa source</translation>
    </message>
    <message>
        <source>Its target was deleted or is not published: link to another page, or publish it.</source>
        <translation>Sa cible est supprimée ou n’est pas publiée&#xa0;: menez à une autre page, ou publiez-la.</translation>
    </message>
    <message>
        <source>The heading was renamed: choose one that is there.</source>
        <translation>Le titre a changé&#xa0;: choisissez-en un qui existe.</translation>
    </message>
    <message>
        <source>Add the picture to the library, or take it out of the text.</source>
        <translation>Ajoutez l’image à la bibliothèque, ou retirez-la du texte.</translation>
    </message>
    <message>
        <source>Describe it under Library › Pictures and Files for those who cannot see it.</source>
        <translation>Décrivez-la dans Bibliothèque › Images et fichiers pour qui ne peut pas la voir.</translation>
    </message>
    <message>
        <source>Readers could not find it: give it a title.</source>
        <translation>Personne ne la trouverait&#xa0;: donnez-lui un titre.</translation>
    </message>
    <message>
        <source>Write it, or take it back to draft.</source>
        <translation>Écrivez-le, ou repassez-le en brouillon.</translation>
    </message>
    <message>
        <source>Readers see it in another language, or not at all, as the profile says.</source>
        <translation>Les lecteurs le voient dans une autre langue, ou pas du tout, selon le profil.</translation>
    </message>
    <message>
        <source>Its name stands in another language in all menus.</source>
        <translation>Son nom est dans une autre langue dans tous les menus.</translation>
    </message>
    <message>
        <source>Bring it up to date, or call the change of the source minor.</source>
        <translation>Mettez-la à jour, ou déclarez mineur le changement de la source.</translation>
    </message>
    <message>
        <source>Readers are told what is wrong: bring it up to date first.</source>
        <translation>Les lecteurs lisent ce qui n’est plus vrai&#xa0;: mettez-la d’abord à jour.</translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message>
        <source>What Blocks a Release</source>
        <translation>Ce qui bloque une publication</translation>
    </message>
    <message>
        <source>What is ticked stops a release; all else is told, and may be published.</source>
        <translation>Ce qui est coché arrête une publication&#x202f;; le reste est signalé et peut être publié.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>Rules of its own</source>
        <translation>Règles propres</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>As at First</source>
        <translation>Comme au début</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>What terms are to be called in each language. They are shown beside the blocks that hold them, and checked in their translations.</source>
        <translation>Comment les termes se disent dans chaque langue. Ils s’affichent à côté des blocs qui les contiennent, et leurs traductions sont contrôlées.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>Chercher des termes</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>There is no other language yet</source>
        <translation>Il n’y a pas encore d’autre langue</translation>
    </message>
    <message>
        <source>Add one under Library › Languages: a glossary says how terms go there.</source>
        <translation>Ajoutez-en une sous Bibliothèque › Langues&#xa0;: le glossaire dit comment les termes s’y traduisent.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>No term holds these words.</source>
        <translation>Aucun terme ne contient ces mots.</translation>
    </message>
    <message>
        <source>No terms yet</source>
        <translation>Pas encore de termes</translation>
    </message>
    <message>
        <source>Add the words that are always to be translated the same way.</source>
        <translation>Ajoutez les mots qui se traduisent toujours de la même façon.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln term(s)</source>
        <translation>
            <numerusform>%Ln terme</numerusform>
            <numerusform>%Ln termes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln term(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln terme retiré. Annuler le ramène.</numerusform>
            <numerusform>%Ln termes retirés. Annuler les ramène.</numerusform>
        </translation>
    </message>
    <message>
        <source>Glossaries</source>
        <translation>Glossaires</translation>
    </message>
    <message>
        <source>The glossary to import</source>
        <translation>Le glossaire à importer</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>TBX</source>
        <translation>TBX</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>glossaire</translation>
    </message>
    <message>
        <source>Where to write the glossary</source>
        <translation>Où écrire le glossaire</translation>
    </message>
    <message>
        <source>Written to {target}</source>
        <translation>Écrit dans {target}</translation>
    </message>
</context>
<context>
    <name>GlossaryModel</name>
    <message>
        <source>Term</source>
        <translation>Terme</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Hand Out for Translation</source>
        <translation>Confier à la traduction</translation>
    </message>
    <message>
        <source>Hand Out</source>
        <translation>Confier</translation>
    </message>
    <message>
        <source>What is missing or outdated</source>
        <translation>Ce qui manque ou est obsolète</translation>
    </message>
    <message>
        <source>Only what is outdated</source>
        <translation>Seulement ce qui est obsolète</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Seulement ce qui manque</translation>
    </message>
    <message>
        <source>All blocks</source>
        <translation>Tous les blocs</translation>
    </message>
    <message>
        <source>XLIFF 2.0</source>
        <translation>XLIFF 2.0</translation>
    </message>
    <message>
        <source>XLIFF 1.2, for older tools</source>
        <translation>XLIFF 1.2, pour les outils plus anciens</translation>
    </message>
    <message>
        <source>Put the source where there is no translation</source>
        <translation>Mettre la source là où il n’y a pas de traduction</translation>
    </message>
    <message>
        <source>OmegaT shows no other blocks.</source>
        <translation>OmegaT ne montre pas d’autres blocs.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Blocks</source>
        <translation>&amp;Blocs</translation>
    </message>
    <message>
        <source>In the package</source>
        <translation>Dans le paquet</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Écrire dans</translation>
    </message>
    <message>
        <source>This library is in one language only: add another one first.</source>
        <translation>Cette bibliothèque n’est que dans une langue&#xa0;: ajoutez-en d’abord une autre.</translation>
    </message>
    <message>
        <source>One zip for a translator: the XLIFF, pages that show the articles with their pictures, memory, glossary and a readme.</source>
        <translation>Un zip pour un traducteur&#xa0;: le XLIFF, des pages qui montrent les articles avec leurs images, la mémoire, le glossaire et un mode d’emploi.</translation>
    </message>
    <message>
        <source>For most tools: OmegaT, memoQ, Trados, Lokalize.</source>
        <translation>Pour la plupart des outils&#xa0;: OmegaT, memoQ, Trados, Lokalize.</translation>
    </message>
    <message>
        <source>For newer tools, Poedit among them.</source>
        <translation>Pour les outils plus récents, dont Poedit.</translation>
    </message>
    <message>
        <source>For Poedit, Lokalize, Weblate and all of gettext’s tools.</source>
        <translation>Pour Poedit, Lokalize, Weblate et tous les outils de gettext.</translation>
    </message>
    <message>
        <source>Everything that was translated so far, for another tool’s memory.</source>
        <translation>Tout ce qui a été traduit jusqu’ici, pour la mémoire d’un autre outil.</translation>
    </message>
    <message>
        <source>A table for any spreadsheet: fill in the column of the translation.</source>
        <translation>Un tableau pour tout tableur&#xa0;: remplissez la colonne de la traduction.</translation>
    </message>
    <message>
        <source>A workbook: the white columns, translation and state, are to be filled in.</source>
        <translation>Un classeur&#xa0;: les colonnes blanches, traduction et état, sont à remplir.</translation>
    </message>
    <message>
        <source>The terms as a table.</source>
        <translation>Les termes, en tableau.</translation>
    </message>
    <message>
        <source>The terms, for the term bases of other tools.</source>
        <translation>Les termes, pour les bases terminologiques d’autres outils.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Handed out to {target}</source>
        <translation>Confié dans {target}</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Try Again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save the Library Elsewhere…</source>
        <translation>Enregistrer la bibliothèque ailleurs…</translation>
    </message>
    <message>
        <source>The file of this library is damaged. {what} No backups are made of it until it is whole again.</source>
        <translation>Le fichier de cette bibliothèque est endommagé. {what} Aucune sauvegarde n’en est faite tant qu’il n’est pas réparé.</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sauvegardes…</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>Réparer…</translation>
    </message>
    <message>
        <source>What Is Damaged…</source>
        <translation>Ce qui est endommagé…</translation>
    </message>
    <message>
        <source>The library is there and can be written.</source>
        <translation>La bibliothèque est là et peut être écrite.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Kept when the text was left</source>
        <translation>Conservée en quittant le texte</translation>
    </message>
    <message>
        <source>Kept while it was written</source>
        <translation>Conservée pendant l’écriture</translation>
    </message>
    <message>
        <source>Kept when the library was closed</source>
        <translation>Conservée à la fermeture de la bibliothèque</translation>
    </message>
    <message>
        <source>Kept before another version came back</source>
        <translation>Conservée avant le retour d’une autre version</translation>
    </message>
    <message>
        <source>Kept before texts were merged</source>
        <translation>Conservée avant une fusion de textes</translation>
    </message>
    <message>
        <source>Kept before words were replaced</source>
        <translation>Conservée avant un remplacement de mots</translation>
    </message>
    <message>
        <source>Kept to be named</source>
        <translation>Conservée pour être nommée</translation>
    </message>
    <message>
        <source>Minor change</source>
        <translation>Changement mineur</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>Important change</source>
        <translation>Changement important</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Moved here</source>
        <translation>Déplacé ici</translation>
    </message>
    <message>
        <source>Working text</source>
        <translation>Texte de travail</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de reprise</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>il y a {age}</translation>
    </message>
    <message>
        <source>{what}: {words}</source>
        <translation>{what}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Readers see this version.</source>
        <translation>Les lecteurs voient cette version.</translation>
    </message>
    <message>
        <source>Translated from version {number} of the source.</source>
        <translation>Traduite de la version {number} de la source.</translation>
    </message>
    <message>
        <source>{version} is the working text again. Undo brings back what was there.</source>
        <translation>{version} est de nouveau le texte de travail. Annuler ramène ce qui s’y trouvait.</translation>
    </message>
    <message>
        <source>What this version is called. Named versions are kept for ever.</source>
        <translation>Le nom de cette version. Les versions nommées sont conservées pour toujours.</translation>
    </message>
    <message>
        <source>Leave it empty to take the name away.</source>
        <translation>Laissez vide pour retirer le nom.</translation>
    </message>
    <message>
        <source>Name Version</source>
        <translation>Nommer la version</translation>
    </message>
    <message>
        <source>The text of {version} is copied</source>
        <translation>Le texte de {version} est copié</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Only &amp;published and named</source>
        <translation>Seulement &amp;publiées et nommées</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>Make it the working text; what is there now is kept, and Undo brings it back</source>
        <translation>En faire le texte de travail&#xa0;; le texte actuel est conservé, et Annuler le ramène</translation>
    </message>
    <message>
        <source>&amp;Name…</source>
        <translation>&amp;Nommer…</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>&amp;Copier le texte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Compared &amp;with</source>
        <translation>Comparée &amp;avec</translation>
    </message>
    <message>
        <source>{language} (source)</source>
        <translation>{language} (source)</translation>
    </message>
    <message>
        <source>History of “{title}”</source>
        <translation>Historique de «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n’est ouvert</translation>
    </message>
    <message>
        <source>Choose an article in the main window.</source>
        <translation>Choisissez un article dans la fenêtre principale.</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Pas encore écrit</translation>
    </message>
    <message>
        <source>This text is missing in this language.</source>
        <translation>Ce texte manque dans cette langue.</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Pas encore de versions</translation>
    </message>
    <message>
        <source>Nothing was published yet. What you write is kept here when you leave the text, and every ten minutes while you write.</source>
        <translation>Rien n’a encore été publié. Ce que vous écrivez est conservé ici quand vous quittez le texte, et toutes les dix minutes pendant que vous écrivez.</translation>
    </message>
    <message>
        <source>The version before it</source>
        <translation>La version d’avant</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>Last written {moment}</source>
        <translation>Écrit en dernier le {moment}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Dossier…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Fichier…</translation>
    </message>
    <message>
        <source>As the files say</source>
        <translation>Selon les fichiers</translation>
    </message>
    <message>
        <source>The top level</source>
        <translation>Le premier niveau</translation>
    </message>
    <message>
        <source>A folder, a bundle, or a translators’ file</source>
        <translation>Un dossier, une archive JSON ou un fichier de traducteur</translation>
    </message>
    <message>
        <source>A folder of Markdown files (folders become categories, pictures come along), a JSON bundle of kbeditor, what translators give back (XLIFF, PO, CSV, XLSX, a package, TMX or TBX), or votes of readers (JSON Lines or CSV).</source>
        <translation>Un dossier de fichiers Markdown (les dossiers deviennent des catégories, les images viennent avec), un paquet JSON de kbeditor, ce que rendent les traducteurs (XLIFF, PO, CSV, XLSX, un paquet, TMX ou TBX), ou les votes des lecteurs (JSON Lines ou CSV).</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;State of what comes in</source>
        <translation>É&amp;tat de ce qui entre</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Dans</translation>
    </message>
    <message>
        <source>The folder to import</source>
        <translation>Le dossier à importer</translation>
    </message>
    <message>
        <source>All that can be imported</source>
        <translation>Tout ce qui peut être importé</translation>
    </message>
    <message>
        <source>Files of translators</source>
        <translation>Fichiers de traducteurs</translation>
    </message>
    <message>
        <source>JSON bundles</source>
        <translation>Archives JSON</translation>
    </message>
    <message>
        <source>Votes of readers</source>
        <translation>Votes des lecteurs</translation>
    </message>
    <message>
        <source>The file to import</source>
        <translation>Le fichier à importer</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Ce qui entre</translation>
    </message>
    <message>
        <source>“{title}” was read; nothing is changed yet</source>
        <translation>«&#xa0;{title}&#xa0;» a été lu&#x202f;; rien n’est encore modifié</translation>
    </message>
    <message numerus="yes">
        <source>Notes (%Ln)</source>
        <translation>
            <numerusform>Remarques (%Ln)</numerusform>
            <numerusform>Remarques (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln category(ies)</source>
        <translation>
            <numerusform>%Ln catégorie</numerusform>
            <numerusform>%Ln catégories</numerusform>
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
            <numerusform>%Ln texte</numerusform>
            <numerusform>%Ln textes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new picture(s) or file(s)</source>
        <translation>
            <numerusform>%Ln nouvelle image ou nouveau fichier</numerusform>
            <numerusform>%Ln nouvelles images ou nouveaux fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>new languages: {tags}</source>
        <translation>nouvelles langues&#xa0;: {tags}</translation>
    </message>
    <message>
        <source>(without a title)</source>
        <translation>(sans titre)</translation>
    </message>
    <message>
        <source>(not in a category of their own)</source>
        <translation>(sans catégorie propre)</translation>
    </message>
    <message numerus="yes">
        <source>Bring In %Ln Block(s)</source>
        <translation>
            <numerusform>Reprendre %Ln bloc</numerusform>
            <numerusform>Reprendre %Ln blocs</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was imported</source>
        <translation>«&#xa0;{title}&#xa0;» a été importé</translation>
    </message>
</context>
<context>
    <name>Issue</name>
    <message>
        <source>The link {thing} is missing.</source>
        <translation>Le lien {thing} manque.</translation>
    </message>
    <message>
        <source>This link leads to {thing} in the source.</source>
        <translation>Ce lien mène à {thing} dans la source.</translation>
    </message>
    <message>
        <source>The source has no link {thing}.</source>
        <translation>La source n’a pas de lien {thing}.</translation>
    </message>
    <message>
        <source>The picture {thing} is missing.</source>
        <translation>L’image {thing} manque.</translation>
    </message>
    <message>
        <source>This picture is {thing} in the source.</source>
        <translation>Cette image est {thing} dans la source.</translation>
    </message>
    <message>
        <source>The source has no picture {thing}.</source>
        <translation>La source n’a pas d’image {thing}.</translation>
    </message>
    <message>
        <source>The code “{thing}” is missing.</source>
        <translation>Le code «&#xa0;{thing}&#xa0;» manque.</translation>
    </message>
    <message>
        <source>This code is “{thing}” in the source.</source>
        <translation>Ce code est «&#xa0;{thing}&#xa0;» dans la source.</translation>
    </message>
    <message>
        <source>The source has no code “{thing}”.</source>
        <translation>La source n’a pas de code «&#xa0;{thing}&#xa0;».</translation>
    </message>
    <message>
        <source>The number {thing} is missing.</source>
        <translation>Le nombre {thing} manque.</translation>
    </message>
    <message>
        <source>This number is {thing} in the source.</source>
        <translation>Ce nombre est {thing} dans la source.</translation>
    </message>
    <message>
        <source>The source has no number {thing}.</source>
        <translation>La source n’a pas de nombre {thing}.</translation>
    </message>
    <message>
        <source>The placeholder {thing} is missing.</source>
        <translation>La variable {thing} manque.</translation>
    </message>
    <message>
        <source>This placeholder is {thing} in the source.</source>
        <translation>Cette variable est {thing} dans la source.</translation>
    </message>
    <message>
        <source>The source has no placeholder {thing}.</source>
        <translation>La source n’a pas de variable {thing}.</translation>
    </message>
    <message>
        <source>The id {thing} is missing: links lead to it.</source>
        <translation>L’identifiant {thing} manque&#xa0;: des liens y mènent.</translation>
    </message>
    <message>
        <source>This id is {thing} in the source: links lead to it.</source>
        <translation>Cet identifiant est {thing} dans la source&#xa0;: des liens y mènent.</translation>
    </message>
    <message>
        <source>The source has no id {thing}.</source>
        <translation>La source n’a pas d’identifiant {thing}.</translation>
    </message>
    <message>
        <source>The mark {thing} has no partner.</source>
        <translation>La marque {thing} n’a pas de pendant.</translation>
    </message>
    <message>
        <source>The source has the markup {thing}, this has not.</source>
        <translation>La source a le balisage {thing}, pas ce texte.</translation>
    </message>
    <message>
        <source>The glossary’s word is not used: {thing}.</source>
        <translation>Le mot du glossaire n’est pas employé&#xa0;: {thing}.</translation>
    </message>
    <message>
        <source>A word to be avoided: {thing}.</source>
        <translation>Un mot à éviter&#xa0;: {thing}.</translation>
    </message>
    <message>
        <source>The picture {thing} has no description.</source>
        <translation>L’image {thing} n’a pas de description.</translation>
    </message>
    <message>
        <source>The words are those of the source.</source>
        <translation>Les mots sont ceux de la source.</translation>
    </message>
    <message>
        <source>Something seems to be missing: this has {thing} of the length to be expected.</source>
        <translation>Il semble manquer quelque chose&#xa0;: ce texte a {thing} de la longueur attendue.</translation>
    </message>
    <message>
        <source>Two spaces follow each other.</source>
        <translation>Deux espaces se suivent.</translation>
    </message>
    <message>
        <source>A plain space before or after “{thing}”.</source>
        <translation>Une espace ordinaire avant ou après «&#xa0;{thing}&#xa0;».</translation>
    </message>
    <message>
        <source>No space before or after “{thing}”.</source>
        <translation>Pas d’espace avant ou après «&#xa0;{thing}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>IssueCard</name>
    <message>
        <source>An error</source>
        <translation>Une erreur</translation>
    </message>
    <message>
        <source>A warning</source>
        <translation>Un avertissement</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Écarter…</translation>
    </message>
</context>
<context>
    <name>IssueTree</name>
    <message>
        <source>An error</source>
        <translation>Une erreur</translation>
    </message>
    <message>
        <source>A warning</source>
        <translation>Un avertissement</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Passage</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message numerus="yes">
        <source>Put back the unsaved words of %n text(s).</source>
        <translation>
            <numerusform>Mots non enregistrés de %n texte remis.</numerusform>
            <numerusform>Mots non enregistrés de %n textes remis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptWords</name>
    <message>
        <source>Words of “{title}” that could not be saved were kept.</source>
        <translation>Des mots de «&#xa0;{title}&#xa0;» qui n’ont pas pu être enregistrés ont été gardés.</translation>
    </message>
    <message>
        <source>Words of {count} texts that could not be saved were kept.</source>
        <translation>Des mots de {count} textes qui n’ont pas pu être enregistrés ont été gardés.</translation>
    </message>
    <message>
        <source>Put Them Back</source>
        <translation>Les remettre</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
</context>
<context>
    <name>KeptWordsDialog</name>
    <message>
        <source>Words that were not saved</source>
        <translation>Mots non enregistrés</translation>
    </message>
    <message>
        <source>These words could not be saved when they were typed. What is struck out stands in the library now, what is underlined was kept.</source>
        <translation>Ces mots n’ont pas pu être enregistrés quand ils ont été tapés. Ce qui est barré est dans la bibliothèque, ce qui est souligné a été gardé.</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textes</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>&amp;Put Back</source>
        <translation>&amp;Remettre</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Jeter…</translation>
    </message>
    <message>
        <source>Kept {when}</source>
        <translation>Gardé {when}</translation>
    </message>
    <message>
        <source>Discard the kept words of “{title}”?</source>
        <translation>Jeter les mots gardés de «&#xa0;{title}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>They are in no other place.</source>
        <translation>Ils ne sont nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
</context>
<context>
    <name>Lack</name>
    <message>
        <source>Not translated</source>
        <translation>Non traduit</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Obsolète</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Non terminé</translation>
    </message>
    <message>
        <source>Translated, not published</source>
        <translation>Traduit, non publié</translation>
    </message>
    <message>
        <source>Open notes</source>
        <translation>Notes ouvertes</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Categories without a name</source>
        <translation>Catégories sans nom</translation>
    </message>
    <message>
        <source>Outdated, important</source>
        <translation>Obsolète, important</translation>
    </message>
    <message>
        <source>With open notes</source>
        <translation>Avec des notes ouvertes</translation>
    </message>
</context>
<context>
    <name>LackModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Category without a name</source>
        <translation>Catégorie sans nom</translation>
    </message>
    <message>
        <source>Category with an outdated name</source>
        <translation>Catégorie au nom obsolète</translation>
    </message>
    <message>
        <source>Outdated, important</source>
        <translation>Obsolète, important</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Lacks</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>Words left</source>
        <translation>Mots restants</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Open a library</source>
        <translation>Ouvrir une bibliothèque</translation>
    </message>
    <message>
        <source>kbeditor libraries</source>
        <translation>Bibliothèques kbeditor</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>No other library was opened yet</source>
        <translation>Aucune autre bibliothèque n’a encore été ouverte</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>Sauvegarder la bibliothèque</translation>
    </message>
    <message>
        <source>A checked copy was written to {path}.</source>
        <translation>Une copie vérifiée a été écrite dans {path}.</translation>
    </message>
    <message>
        <source>Save the library elsewhere</source>
        <translation>Enregistrer la bibliothèque ailleurs</translation>
    </message>
</context>
<context>
    <name>LibraryChecks</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Check translations</source>
        <translation>Contrôler les traductions</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Mend all French spacing</source>
        <translation>Corriger toutes les espaces françaises</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>The library has changed since it was checked.</source>
        <translation>La bibliothèque a changé depuis le contrôle.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore contrôlé</translation>
    </message>
    <message>
        <source>Compares each translated block with its source: links, code, numbers, terms, spacing. Outdated blocks wait for their translator.</source>
        <translation>Compare chaque bloc traduit à sa source&#xa0;: liens, code, nombres, termes, espaces. Les blocs obsolètes attendent leur traducteur.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln problème</numerusform>
            <numerusform>%Ln problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Rien à corriger</translation>
    </message>
    <message>
        <source>All checks pass in the translations of this language.</source>
        <translation>Les traductions de cette langue passent tous les contrôles.</translation>
    </message>
    <message numerus="yes">
        <source>Mend %Ln</source>
        <translation>
            <numerusform>Corriger %Ln</numerusform>
            <numerusform>Corriger les %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) mended. Undo takes that back.</source>
        <translation>
            <numerusform>%Ln endroit corrigé. Annuler y revient.</numerusform>
            <numerusform>%Ln endroits corrigés. Annuler y revient.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Insert link</source>
        <translation>Insérer un lien</translation>
    </message>
    <message>
        <source>Title of an article, or an address (https://…)</source>
        <translation>Titre d’un article, ou adresse (https://…)</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>Articles trouvés</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Links to this address.</source>
        <translation>Lien vers cette adresse.</translation>
    </message>
    <message>
        <source>Type a few words of a title.</source>
        <translation>Tapez quelques mots d’un titre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>No title has these words.</source>
        <translation>Aucun titre ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>LinkingFact</name>
    <message>
        <source>Linking translations</source>
        <translation>Liaison des traductions</translation>
    </message>
    <message>
        <source>Each translation is linked to its source block by block, so that what changes in the source can be told. You can go on working.</source>
        <translation>Chaque traduction est liée à sa source bloc par bloc, pour pouvoir dire ce qui change dans la source. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop linking. It goes on where it stopped when the library is opened again.</source>
        <translation>Arrêter la liaison. Elle reprendra là où elle s’est arrêtée à la prochaine ouverture de la bibliothèque.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>This link leads to nothing in this library.</source>
        <translation>Ce lien ne mène à rien dans cette bibliothèque.</translation>
    </message>
    <message>
        <source>Readers download the file {name} here.</source>
        <translation>Ici, les lecteurs téléchargent le fichier {name}.</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>Ouvrir cette adresse dans le navigateur&#x202f;?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>Links in the header</source>
        <translation>Liens de l’en-tête</translation>
    </message>
    <message>
        <source>Links in the footer</source>
        <translation>Liens du pied de page</translation>
    </message>
    <message>
        <source>A language that has links of its own shows only these; all others show those of “All languages”.</source>
        <translation>Une langue qui a ses propres liens ne montre qu’eux&#x202f;; les autres montrent ceux de «&#xa0;Toutes les langues&#xa0;».</translation>
    </message>
</context>
<context>
    <name>LinksTable</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>Add article…</source>
        <translation>Ajouter un article…</translation>
    </message>
    <message>
        <source>A page of the site, in the reader’s language</source>
        <translation>Une page du site, dans la langue du lecteur</translation>
    </message>
    <message>
        <source>Empty: the title of the page, in each language</source>
        <translation>Vide&#xa0;: le titre de la page, dans chaque langue</translation>
    </message>
</context>
<context>
    <name>LocaleCard</name>
    <message>
        <source>{name} · source</source>
        <translation>{name} · source</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#x202f;%</translation>
    </message>
    <message>
        <source>Of the source’s words: those in blocks that are current and translated.</source>
        <translation>Parmi les mots de la source&#xa0;: ceux des blocs à jour et traduits.</translation>
    </message>
    <message>
        <source>Show these articles in the matrix</source>
        <translation>Afficher ces articles dans le tableau</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln mot restant</numerusform>
            <numerusform>%Ln mots restants</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % reviewed</source>
        <translation>{percent}&#xa0;% relus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) outdated</source>
        <translation>
            <numerusform>%Ln mot obsolète</numerusform>
            <numerusform>%Ln mots obsolètes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) missing</source>
        <translation>
            <numerusform>%Ln mot manquant</numerusform>
            <numerusform>%Ln mots manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln category(s) without a name here</source>
        <translation>
            <numerusform>%Ln catégorie sans nom ici</numerusform>
            <numerusform>%Ln catégories sans nom ici</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalePicker</name>
    <message>
        <source>Find a language</source>
        <translation>Chercher une langue</translation>
    </message>
</context>
<context>
    <name>LocaleSwitcher</name>
    <message>
        <source>Language of the article (Ctrl+Alt+Left, Ctrl+Alt+Right)</source>
        <translation>Langue de l’article (Ctrl+Alt+Gauche, Ctrl+Alt+Droite)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>LocaleTabs</name>
    <message>
        <source>Locales</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Source, {tag}: {state}</source>
        <translation>Source, {tag}&#xa0;: {state}</translation>
    </message>
</context>
<context>
    <name>LocalesDialog</name>
    <message>
        <source>Languages of the library</source>
        <translation>Langues de la bibliothèque</translation>
    </message>
    <message>
        <source>Articles are written in the first language and translated to the others. Where a page is not translated, readers see it in the language that stands in.</source>
        <translation>Les articles sont rédigés dans la langue source et traduits dans les autres. Une page non traduite s’affiche dans la langue de remplacement.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>Remplacement</translation>
    </message>
    <message>
        <source>Readers see it</source>
        <translation>Visible des lecteurs</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Retirer…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>written in</source>
        <translation>langue source</translation>
    </message>
    <message>
        <source>Stands in for {language}</source>
        <translation>Remplacement pour {language}</translation>
    </message>
    <message>
        <source>Readers see {language}</source>
        <translation>{language} visible des lecteurs</translation>
    </message>
    <message>
        <source>Remove {language}?</source>
        <translation>Retirer cette langue&#xa0;: {language}&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln translated article(s) go with it. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln article traduit part avec elle. Annuler le ramène.</numerusform>
            <numerusform>%Ln articles traduits partent avec elle. Annuler les ramène.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>LocalesPage</name>
    <message>
        <source>Languages of the release</source>
        <translation>Langues de la publication</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>Dans une autre langue</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>Behind the source</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Words left</source>
        <translation>Mots restants</translation>
    </message>
    <message>
        <source>Words left are those of the source that are not translated, or changed since.</source>
        <translation>Les mots restants sont ceux de la source qui ne sont pas traduits, ou ont changé depuis.</translation>
    </message>
</context>
<context>
    <name>LookBackDialog</name>
    <message>
        <source>The Library as of Release {number}</source>
        <translation>La bibliothèque à la publication {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>The reader’s system font</source>
        <translation>La police système du lecteur</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>Names with commas between them; what a reader has not is left out.</source>
        <translation>Des noms séparés par des virgules&#x202f;; ceux que le lecteur n’a pas sont ignorés.</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Police</translation>
    </message>
    <message>
        <source>&amp;Logo</source>
        <translation>&amp;Logo</translation>
    </message>
    <message>
        <source>Logo on &amp;dark</source>
        <translation>Logo sur fond &amp;sombre</translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation>&amp;Icône</translation>
    </message>
    <message>
        <source>Where readers are sent when nothing helps: an address, or mailto:</source>
        <translation>Où aller quand rien n’aide&#xa0;: une adresse, ou mailto:</translation>
    </message>
    <message>
        <source>C&amp;ontact</source>
        <translation>C&amp;ontact</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>A picture from this computer, which the library keeps</source>
        <translation>Une image de cet ordinateur, que la bibliothèque garde</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>(no longer in the library)</source>
        <translation>(n’est plus dans la bibliothèque)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>A picture for the site</source>
        <translation>Une image pour le site</translation>
    </message>
    <message>
        <source>The company’s colour</source>
        <translation>La couleur de l’entreprise</translation>
    </message>
    <message>
        <source>The built-in green.</source>
        <translation>Le vert d’origine.</translation>
    </message>
    <message>
        <source>Write it as # and six digits, as in #0b6760.</source>
        <translation>Écrivez # et six chiffres, comme #0b6760.</translation>
    </message>
    <message>
        <source>Too weak for small words: large areas keep it, links and text take {light} on light pages and {dark} on dark ones.</source>
        <translation>Trop faible pour les petits mots&#xa0;: les grandes surfaces la gardent, liens et texte prennent {light} sur les pages claires et {dark} sur les sombres.</translation>
    </message>
    <message>
        <source>Easily read on light pages; on dark ones it becomes {dark}.</source>
        <translation>Bien lisible sur les pages claires&#x202f;; sur les sombres, elle devient {dark}.</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message numerus="yes">
        <source>%Ln thing(s) of then are missing: deleted for good since.</source>
        <translation>
            <numerusform>%Ln élément d’alors manque&#xa0;: il a été supprimé définitivement depuis.</numerusform>
            <numerusform>%Ln éléments d’alors manquent&#xa0;: ils ont été supprimés définitivement depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>As published on {date} (release {number}). It can only be read.</source>
        <translation>Telle que publiée le {date} (publication {number}). Lecture seule.</translation>
    </message>
    <message>
        <source>&amp;Back to the Library</source>
        <translation>&amp;Retour à la bibliothèque</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Articles by language</source>
        <translation>Articles par langue</translation>
    </message>
    <message>
        <source>Filter by title or category</source>
        <translation>Filtrer par titre ou catégorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Inachevés</translation>
    </message>
    <message>
        <source>With open notes</source>
        <translation>Avec des notes ouvertes</translation>
    </message>
    <message>
        <source>No article passes these filters</source>
        <translation>Aucun article ne passe ces filtres</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>Soumettre à relecture</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Repasser en brouillon</translation>
    </message>
    <message>
        <source>Still valid</source>
        <translation>Toujours valable</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Toutes les catégories</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Toutes les langues</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total} articles</source>
        <translation>{shown} articles sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) selected</source>
        <translation>
            <numerusform>%Ln texte sélectionné</numerusform>
            <numerusform>%Ln textes sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendActs</name>
    <message>
        <source>Nothing to mend.</source>
        <translation>Rien à corriger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) put in</source>
        <translation>
            <numerusform>%Ln élément inséré</numerusform>
            <numerusform>%Ln éléments insérés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) mended</source>
        <translation>
            <numerusform>%Ln endroit corrigé</numerusform>
            <numerusform>%Ln endroits corrigés</numerusform>
        </translation>
    </message>
    <message>
        <source>The text has changed meanwhile: look again.</source>
        <translation>Le texte a changé entre-temps&#xa0;: regardez à nouveau.</translation>
    </message>
    <message>
        <source>Nothing of the source is missing.</source>
        <translation>Rien de la source ne manque.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>A&amp;rticle</translation>
    </message>
    <message>
        <source>T&amp;ranslate</source>
        <translation>&amp;Traduire</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>MergeWindow</name>
    <message>
        <source>Compare and merge</source>
        <translation>Comparer et fusionner</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>It was changed once more meanwhile. Look at that, too.</source>
        <translation>Il a encore été modifié entre-temps. Voyez cela aussi.</translation>
    </message>
    <message>
        <source>{who} changed “{title}” while you wrote</source>
        <translation>{who} a modifié «&#xa0;{title}&#xa0;» pendant que vous écriviez</translation>
    </message>
    <message>
        <source>“{title}” was changed elsewhere while you wrote</source>
        <translation>«&#xa0;{title}&#xa0;» a été modifié ailleurs pendant que vous écriviez</translation>
    </message>
    <message>
        <source>Merged by themselves ({count})</source>
        <translation>Fusionnés seuls ({count})</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Le mien</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Le leur</translation>
    </message>
    <message>
        <source>Both wrote the same</source>
        <translation>Les deux ont écrit la même chose</translation>
    </message>
    <message>
        <source>Both, at different places</source>
        <translation>Les deux, à des endroits différents</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} sur {all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) merged by themselves</source>
        <translation>
            <numerusform>%Ln changement fusionné tout seul</numerusform>
            <numerusform>%Ln changements fusionnés tout seuls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to decide</source>
        <translation>
            <numerusform>%Ln à décider</numerusform>
            <numerusform>%Ln à décider</numerusform>
        </translation>
    </message>
    <message>
        <source>To decide ({count})</source>
        <translation>À décider ({count})</translation>
    </message>
</context>
<context>
    <name>MinorChangesDialog</name>
    <message>
        <source>Minor changes</source>
        <translation>Modifications mineures</translation>
    </message>
    <message>
        <source>These changes of source texts were called minor: the translations stay up to date. Where one is revoked, the block is outdated in every translation that is older than it.</source>
        <translation>Ces modifications des textes sources ont été dites mineures&#xa0;: les traductions restent à jour. Si l’une d’elles est révoquée, le bloc devient obsolète dans toutes les traductions plus anciennes.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>No change was called minor</source>
        <translation>Aucune modification n’a été dite mineure</translation>
    </message>
    <message>
        <source>When a changed source is published, you are asked how big the change is.</source>
        <translation>À la publication d’une source modifiée, l’importance de la modification vous est demandée.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Révoquer</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minor change(s) revoked. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln modification mineure révoquée. L’annulation la rétablit.</numerusform>
            <numerusform>%Ln modifications mineures révoquées. L’annulation les rétablit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavigatorPane</name>
    <message>
        <source>Filter titles</source>
        <translation>Filtrer les titres</translation>
    </message>
    <message>
        <source>Categories and articles</source>
        <translation>Catégories et articles</translation>
    </message>
    <message>
        <source>Titles found</source>
        <translation>Titres trouvés</translation>
    </message>
    <message>
        <source>New article, new category</source>
        <translation>Nouvel article, nouvelle catégorie</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>No categories yet</source>
        <translation>Pas encore de catégories</translation>
    </message>
    <message>
        <source>Begin with a category, or bring in a folder of Markdown files.</source>
        <translation>Commencez par une catégorie, ou importez un dossier de fichiers Markdown.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Nouvelle catégorie</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>No title holds these words</source>
        <translation>Aucun titre ne contient ces mots</translation>
    </message>
    <message>
        <source>Search looks into the articles themselves, in all languages.</source>
        <translation>La recherche parcourt les articles eux-mêmes, dans toutes les langues.</translation>
    </message>
    <message>
        <source>Search the texts</source>
        <translation>Rechercher dans les textes</translation>
    </message>
</context>
<context>
    <name>NewLibraryDialog</name>
    <message>
        <source>New library</source>
        <translation>Nouvelle bibliothèque</translation>
    </message>
    <message>
        <source>What you import needs a library to live in.</source>
        <translation>Ce que vous importez doit aller dans une bibliothèque.</translation>
    </message>
    <message>
        <source>Help centre</source>
        <translation>Centre d’aide</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>The others are translated from this language. It stays.</source>
        <translation>Les autres sont traduites depuis cette langue. Elle ne change plus.</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>Rédigée en</translation>
    </message>
    <message>
        <source>Translated &amp;to</source>
        <translation>&amp;Traduite en</translation>
    </message>
    <message>
        <source>Create Library</source>
        <translation>Créer la bibliothèque</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Ajouter une langue</translation>
    </message>
    <message>
        <source>Take the language off</source>
        <translation>Retirer la langue</translation>
    </message>
    <message>
        <source>kbeditor libraries</source>
        <translation>Bibliothèques kbeditor</translation>
    </message>
    <message>
        <source>The library’s file</source>
        <translation>Le fichier de la bibliothèque</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Qui parle</translation>
    </message>
    <message>
        <source>on this block</source>
        <translation>sur ce bloc</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, too</source>
        <translation>Ctrl+Entrée envoie aussi</translation>
    </message>
    <message>
        <source>On this block</source>
        <translation>Sur ce bloc</translation>
    </message>
    <message>
        <source>On the article</source>
        <translation>Sur l’article</translation>
    </message>
    <message>
        <source>On other blocks</source>
        <translation>Sur d’autres blocs</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>No open note.</source>
        <translation>Aucune note ouverte.</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the block</source>
        <translation>Entrée ou un double clic va au bloc</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Écrire une réponse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>On a block that is gone</source>
        <translation>Sur un bloc disparu</translation>
    </message>
</context>
<context>
    <name>NothingListed</name>
    <message>
        <source>Go to the source</source>
        <translation>Aller à la source</translation>
    </message>
    <message>
        <source>Show all blocks</source>
        <translation>Afficher tous les blocs</translation>
    </message>
    <message>
        <source>There is nothing to translate</source>
        <translation>Il n’y a rien à traduire</translation>
    </message>
    <message>
        <source>No block has these words</source>
        <translation>Aucun bloc ne contient ces mots</translation>
    </message>
    <message>
        <source>No block is empty</source>
        <translation>Aucun bloc n’est vide</translation>
    </message>
    <message>
        <source>No block is outdated</source>
        <translation>Aucun bloc n’est obsolète</translation>
    </message>
    <message>
        <source>No block needs work</source>
        <translation>Aucun bloc n’est à faire</translation>
    </message>
    <message>
        <source>The source is not published yet</source>
        <translation>La source n’est pas encore publiée</translation>
    </message>
    <message>
        <source>Blocks are translated from the published source, so that it can be told what changed since. Publish the source first, or write this text as Markdown.</source>
        <translation>Les blocs se traduisent à partir de la source publiée, pour qu’on puisse dire ce qui a changé depuis. Publiez d’abord la source, ou écrivez ce texte en Markdown.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Not saved: changed elsewhere</source>
        <translation>Non enregistré&#xa0;: modifié ailleurs</translation>
    </message>
    <message>
        <source>Not saved: deleted elsewhere</source>
        <translation>Non enregistré&#xa0;: supprimé ailleurs</translation>
    </message>
    <message>
        <source>“{title}” cannot be saved: {reason} Saving is tried again. A copy is kept in {path}.</source>
        <translation>«&#xa0;{title}&#xa0;» ne peut pas être enregistré&#xa0;: {reason} Un nouvel essai suivra. Une copie est gardée dans {path}.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy my text</source>
        <translation>Copier mon texte</translation>
    </message>
    <message>
        <source>Save the library elsewhere…</source>
        <translation>Enregistrer la bibliothèque ailleurs…</translation>
    </message>
    <message>
        <source>Mark up to date</source>
        <translation>Marquer à jour</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Montrer les changements</translation>
    </message>
    <message>
        <source>Go through the blocks</source>
        <translation>Parcourir les blocs</translation>
    </message>
    <message>
        <source>The source had an important change since this was translated.</source>
        <translation>La source a connu un changement important depuis cette traduction.</translation>
    </message>
    <message>
        <source>The source was changed since this was translated.</source>
        <translation>La source a changé depuis cette traduction.</translation>
    </message>
</context>
<context>
    <name>Noun</name>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>fichier joint</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>version</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>locale</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>to be translated</source>
        <translation>à traduire</translation>
    </message>
    <message>
        <source>missing or outdated</source>
        <translation>manquant ou obsolète</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>obsolète</translation>
    </message>
</context>
<context>
    <name>OutlineButton</name>
    <message>
        <source>Outline: jump to a heading</source>
        <translation>Plan&#xa0;: aller à un titre</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>No headings yet</source>
        <translation>Pas encore de titres</translation>
    </message>
</context>
<context>
    <name>PageDiff</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Old and new page</source>
        <translation>Ancienne et nouvelle page</translation>
    </message>
    <message>
        <source>Choose a page</source>
        <translation>Choisissez une page</translation>
    </message>
    <message>
        <source>What changes on it is shown here, word by word.</source>
        <translation>Ce qui y change se voit ici, mot à mot.</translation>
    </message>
    <message>
        <source>Only its address changes</source>
        <translation>Seule son adresse change</translation>
    </message>
    <message>
        <source>From {old} to {new}. The old one leads on.</source>
        <translation>De {old} à {new}. L’ancienne y mène.</translation>
    </message>
    <message>
        <source>Its text stays the same</source>
        <translation>Son texte reste le même</translation>
    </message>
    <message>
        <source>What changes is around it: its language, its links or its place.</source>
        <translation>Ce qui change est autour&#xa0;: sa langue, ses liens ou sa place.</translation>
    </message>
    <message>
        <source>Published now</source>
        <translation>En ligne maintenant</translation>
    </message>
    <message>
        <source>With this release</source>
        <translation>Avec cette publication</translation>
    </message>
</context>
<context>
    <name>PageHalf</name>
    <message>
        <source>Not there</source>
        <translation>N’existe pas</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Editor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File de travail</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigateur</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Aids</source>
        <translation>Aides</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>Who works here</source>
        <translation>Qui travaille ici</translation>
    </message>
    <message>
        <source>Names and roles stand on versions and notes, and the menus show each person what their role needs. They protect nothing: whoever has the file can change all of it.</source>
        <translation>Les noms et les rôles figurent sur les versions et les notes, et les menus montrent à chacun ce que demande son rôle. Ils ne protègent rien&#xa0;: qui a le fichier peut tout y changer.</translation>
    </message>
    <message>
        <source>Nobody is listed yet</source>
        <translation>Personne n’est encore inscrit</translation>
    </message>
    <message>
        <source>Everybody sees all entries of the menus until they are.</source>
        <translation>Jusque-là, chacun voit toutes les entrées des menus.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (vous)</translation>
    </message>
    <message>
        <source>Names on versions and notes that are not listed: {names}</source>
        <translation>Noms de versions et de notes qui ne sont pas inscrits&#xa0;: {names}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) taken off the list. Undo brings them back.</source>
        <translation>
            <numerusform>%Ln personne retirée de la liste. Annuler la ramène.</numerusform>
            <numerusform>%Ln personnes retirées de la liste. Annuler les ramène.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Change person</source>
        <translation>Modifier la personne</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>As it stands in that person’s settings: versions are signed with it.</source>
        <translation>Tel qu’il figure dans les réglages de cette personne&#xa0;: les versions en sont signées.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>None ticked: all of them.</source>
        <translation>Aucune cochée&#xa0;: toutes.</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>&amp;Langues</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>PickLocale</name>
    <message>
        <source>Add a language</source>
        <translation>Ajouter une langue</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message>
        <source>Pictures and files</source>
        <translation>Images et fichiers</translation>
    </message>
    <message>
        <source>Insert into the Article</source>
        <translation>Insérer dans l’article</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Add Files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Chercher par nom</translation>
    </message>
    <message>
        <source>What a person who cannot see it should know</source>
        <translation>Ce que doit savoir une personne qui ne la voit pas</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>&amp;Language of the description</source>
        <translation>&amp;Langue de la description</translation>
    </message>
    <message>
        <source>&amp;Used in</source>
        <translation>&amp;Utilisé dans</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) and file(s)</source>
        <translation>
            <numerusform>%Ln image ou fichier</numerusform>
            <numerusform>%Ln images et fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} sur {all}</translation>
    </message>
    <message>
        <source>No name holds these words.</source>
        <translation>Aucun nom ne contient ces mots.</translation>
    </message>
    <message>
        <source>The library holds no pictures or files yet.</source>
        <translation>La bibliothèque ne contient encore ni image ni fichier.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>aucun texte</translation>
    </message>
    <message>
        <source>Pictures and files to add</source>
        <translation>Images et fichiers à ajouter</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name}&#x202f;?</translation>
    </message>
    <message>
        <source>No text uses it. Undo brings it back.</source>
        <translation>Aucun texte ne l’utilise. Annuler le ramène.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln endroit</numerusform>
            <numerusform>%Ln endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Ligne {number}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Blocks of the file</source>
        <translation>Blocs du fichier</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>Cocher tout</translation>
    </message>
    <message>
        <source>Untick all shown</source>
        <translation>Décocher tout</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>“{title}” was read; nothing is changed yet</source>
        <translation>«&#xa0;{title}&#xa0;» a été lu&#xa0;; rien n’est encore changé</translation>
    </message>
    <message numerus="yes">
        <source>Notes (%Ln)</source>
        <translation>
            <numerusform>Remarques (%Ln)</numerusform>
            <numerusform>Remarques (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}: {count}</source>
        <translation>{verdict}&#xa0;: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln translation(s) will be begun</source>
        <translation>
            <numerusform>%Ln traduction sera commencée</numerusform>
            <numerusform>%Ln traductions seront commencées</numerusform>
        </translation>
    </message>
    <message>
        <source>All but the unchanged ({count})</source>
        <translation>Tout sauf l’inchangé ({count})</translation>
    </message>
    <message>
        <source>Tick it to overwrite that.</source>
        <translation>Cochez-le pour remplacer ce qui est ici.</translation>
    </message>
</context>
<context>
    <name>PlannedModel</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>(not in this library)</source>
        <translation>(pas dans cette bibliothèque)</translation>
    </message>
</context>
<context>
    <name>Presences</name>
    <message>
        <source>You are editing this text in {locale} in another window.</source>
        <translation>Vous modifiez ce texte ({locale}) dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>You have this text in {locale} open in another window.</source>
        <translation>Ce texte ({locale}) est ouvert dans une autre de vos fenêtres.</translation>
    </message>
    <message>
        <source>You are editing this text in {locale} on {machine}, too.</source>
        <translation>Vous modifiez aussi ce texte ({locale}) sur {machine}.</translation>
    </message>
    <message>
        <source>You have this text in {locale} open on {machine}, too.</source>
        <translation>Ce texte ({locale}) est aussi ouvert par vous sur {machine}.</translation>
    </message>
    <message>
        <source>{who} is editing this text in {locale}.</source>
        <translation>{who} modifie ce texte ({locale}).</translation>
    </message>
    <message>
        <source>{who} has this text in {locale} open.</source>
        <translation>{who} a ouvert ce texte ({locale}).</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Show the source as published</source>
        <translation>Afficher la source publiée</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Show the translation</source>
        <translation>Afficher la traduction</translation>
    </message>
    <message>
        <source>Width and size of the preview</source>
        <translation>Largeur et taille de l’aperçu</translation>
    </message>
    <message>
        <source>Nothing to preview yet</source>
        <translation>Rien à prévisualiser pour l’instant</translation>
    </message>
    <message>
        <source>Simple preview: the web engine is missing</source>
        <translation>Aperçu simple&#xa0;: le moteur web manque</translation>
    </message>
    <message>
        <source>Simple preview: the web engine does not run here</source>
        <translation>Aperçu simple&#xa0;: le moteur web ne fonctionne pas ici</translation>
    </message>
    <message>
        <source>As wide as the pane</source>
        <translation>Largeur du panneau</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablette</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Taille publiée</translation>
    </message>
    <message>
        <source>Scroll with the text</source>
        <translation>Défiler avec le texte</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Where to</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>As one .zip file</source>
        <translation>En un seul fichier .zip</translation>
    </message>
    <message>
        <source>A folder of its own</source>
        <translation>Un dossier à part</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Which pages</source>
        <translation>Quelles pages</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>{state} and further</source>
        <translation>{state} et au-delà</translation>
    </message>
    <message>
        <source>Show what is not translated in another language</source>
        <translation>Montrer le non-traduit dans une autre langue</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>&amp;Langues</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;État</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Make and change themes</source>
        <translation>Créer et modifier des thèmes</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Search engines need it; pages work without.</source>
        <translation>Les moteurs de recherche en ont besoin&#x202f;; les pages s’en passent.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Made of</source>
        <translation>&amp;Faites de</translation>
    </message>
    <message>
        <source>No folder of its own for {locale}</source>
        <translation>Pas de dossier propre pour {locale}</translation>
    </message>
    <message>
        <source>Tell these servers of moved pages, too:</source>
        <translation>Signaler aussi les pages déplacées à&#xa0;:</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
    <message>
        <source>When a translation that is behind its source says so</source>
        <translation>Quand une traduction en retard sur sa source le dit</translation>
    </message>
    <message>
        <source>&amp;Warn of old pages</source>
        <translation>&amp;Pages anciennes</translation>
    </message>
    <message>
        <source>Where votes and failed searches are sent; empty: nowhere.</source>
        <translation>Où vont les votes et les recherches vaines&#x202f;; vide&#xa0;: nulle part.</translation>
    </message>
    <message>
        <source>&amp;Votes go to</source>
        <translation>&amp;Votes vers</translation>
    </message>
    <message>
        <source>Markdown beside each page, and llms.txt</source>
        <translation>Markdown à côté de chaque page, et llms.txt</translation>
    </message>
    <message>
        <source>For programs that answer questions from your pages</source>
        <translation>Pour les programmes qui répondent à partir de vos pages</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>D’origine</translation>
    </message>
    <message>
        <source>Write the whole path, from the root on.</source>
        <translation>Écrivez le chemin entier, depuis la racine.</translation>
    </message>
    <message>
        <source>The name of a zip file ends in .zip.</source>
        <translation>Le nom d’un fichier zip finit par .zip.</translation>
    </message>
    <message>
        <source>This is the name of a zip file: tick “As one .zip file”.</source>
        <translation>C’est le nom d’un fichier zip&#xa0;: cochez «&#xa0;En un seul fichier .zip&#xa0;».</translation>
    </message>
    <message>
        <source>It begins with https:// or http://.</source>
        <translation>Elle commence par https:// ou http://.</translation>
    </message>
    <message>
        <source>It begins with https://, or with / on the same site.</source>
        <translation>Elle commence par https://, ou par / sur le même site.</translation>
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation>Choisissez au moins une langue.</translation>
    </message>
    <message>
        <source>Publish to</source>
        <translation>Publier vers</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>Fichiers zip</translation>
    </message>
    <message>
        <source>The folder that receives the help centre</source>
        <translation>Le dossier qui reçoit le centre d’aide</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nouveau profil</translation>
    </message>
    <message>
        <source>Copy this profile</source>
        <translation>Copier ce profil</translation>
    </message>
    <message>
        <source>Rename this profile (F2)</source>
        <translation>Renommer ce profil (F2)</translation>
    </message>
    <message>
        <source>Delete this profile</source>
        <translation>Supprimer ce profil</translation>
    </message>
    <message>
        <source>It does not say yet where to.</source>
        <translation>Il ne dit pas encore où.</translation>
    </message>
    <message>
        <source>New Profile</source>
        <translation>Nouveau profil</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>Copy a Profile</source>
        <translation>Copier un profil</translation>
    </message>
    <message>
        <source>Rename a Profile</source>
        <translation>Renommer un profil</translation>
    </message>
    <message>
        <source>Delete the profile “{name}”?</source>
        <translation>Supprimer le profil «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Its releases stay, and so does what it published. It can be undone.</source>
        <translation>Ses publications restent, et ce qu’il a publié aussi. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Comment s’appelle-t-il&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>Building the site…</source>
        <translation>Construction du site…</translation>
    </message>
    <message>
        <source>The site is in the browser: {address}</source>
        <translation>Le site est dans le navigateur&#xa0;: {address}</translation>
    </message>
    <message>
        <source>When the source changed importantly</source>
        <translation>Quand la source a changé de façon importante</translation>
    </message>
    <message>
        <source>Whenever the source changed</source>
        <translation>Dès que la source a changé</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>Lettres latines</translation>
    </message>
    <message>
        <source>The language’s own letters</source>
        <translation>Lettres de la langue</translation>
    </message>
</context>
<context>
    <name>PublishWindow</name>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revoir</translation>
    </message>
    <message>
        <source>Open site</source>
        <translation>Ouvrir le site</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publier…</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Looking what changes…</source>
        <translation>Recherche des changements…</translation>
    </message>
    <message>
        <source>Release {number} of “{profile}”</source>
        <translation>Publication {number} de «&#xa0;{profile}&#xa0;»</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>The first release of this profile: {changes}.</source>
        <translation>La première publication de ce profil&#xa0;: {changes}.</translation>
    </message>
    <message>
        <source>Against release {number}: {changes}.</source>
        <translation>Par rapport à la publication {number}&#xa0;: {changes}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) block this release: mend them, or change what blocks.</source>
        <translation>
            <numerusform>%Ln constat bloque cette publication&#xa0;: réparez-le, ou changez ce qui bloque.</numerusform>
            <numerusform>%Ln constats bloquent cette publication&#xa0;: réparez-les, ou changez ce qui bloque.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say under “Where to” where this profile publishes to.</source>
        <translation>Dites sous «&#xa0;Où&#xa0;» où ce profil publie.</translation>
    </message>
    <message>
        <source>The library has changed since: look again before publishing.</source>
        <translation>La bibliothèque a changé depuis&#xa0;: revoyez avant de publier.</translation>
    </message>
    <message>
        <source>Nothing blocks this release.</source>
        <translation>Rien ne bloque cette publication.</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Your role</source>
        <translation>Votre rôle</translation>
    </message>
    <message>
        <source>Whose work is shown</source>
        <translation>De qui le travail est montré</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Filter by title or category</source>
        <translation>Filtrer par titre ou catégorie</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Article suivant</translation>
    </message>
    <message>
        <source>{name} · source</source>
        <translation>{name} · source</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln mot restant</numerusform>
            <numerusform>%Ln mots restants</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} words are current and translated, {outdated} outdated, {other} missing or not finished</source>
        <translation>{done} mots à jour et traduits, {outdated} obsolètes, {other} manquants ou non terminés</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Important: readers of the outdated text are warned</source>
        <translation>Important&#xa0;: les lecteurs du texte obsolète sont avertis</translation>
    </message>
    <message>
        <source>Promoted</source>
        <translation>Mis en avant</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Words left</source>
        <translation>Mots restants</translation>
    </message>
    <message>
        <source>Blocks left</source>
        <translation>Blocs restants</translation>
    </message>
    <message>
        <source>Outdated for</source>
        <translation>Obsolète depuis</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>Utile</translation>
    </message>
    <message>
        <source>Open notes</source>
        <translation>Notes ouvertes</translation>
    </message>
    <message>
        <source>How many readers found it helpful, and whether that changes</source>
        <translation>Combien de lecteurs l’ont trouvé utile, et si cela change</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Sorted by this, what calls loudest stands first</source>
        <translation>Trié ainsi, le plus urgent vient en premier</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Work queue</source>
        <translation>File de travail</translation>
    </message>
    <message>
        <source>There is no other language yet</source>
        <translation>Il n’y a pas encore d’autre langue</translation>
    </message>
    <message>
        <source>Add the languages that this library is to be translated to.</source>
        <translation>Ajoutez les langues dans lesquelles cette bibliothèque doit être traduite.</translation>
    </message>
    <message>
        <source>Languages…</source>
        <translation>Langues…</translation>
    </message>
    <message>
        <source>No article passes this filter</source>
        <translation>Aucun article ne passe ce filtre</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Par catégorie</translation>
    </message>
    <message>
        <source>What a release lacks</source>
        <translation>Ce qui manque à une publication</translation>
    </message>
    <message>
        <source>Nothing waits for you in {language}</source>
        <translation>Rien ne vous attend en {language}</translation>
    </message>
    <message>
        <source>To do ({number})</source>
        <translation>À faire ({number})</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} sur {total}</translation>
    </message>
    <message>
        <source>All that is published is translated, and nothing is outdated.</source>
        <translation>Tout ce qui est publié est traduit, et rien n’est obsolète.</translation>
    </message>
    <message>
        <source>Nothing is handed in that was not reviewed.</source>
        <translation>Rien n’a été remis qui ne soit relu.</translation>
    </message>
    <message>
        <source>All drafts are published, and no note is open.</source>
        <translation>Tous les brouillons sont publiés, et aucune note n’est ouverte.</translation>
    </message>
    <message>
        <source>All that is published is translated, reviewed and published.</source>
        <translation>Tout ce qui est publié est traduit, relu et publié.</translation>
    </message>
    <message>
        <source>A release in {language} lacks nothing</source>
        <translation>Il ne manque rien à une publication en {language}</translation>
    </message>
    <message>
        <source>Every category has its name; every article is translated, current and live.</source>
        <translation>Chaque catégorie a son nom&#xa0;; chaque article est traduit, à jour et en ligne.</translation>
    </message>
</context>
<context>
    <name>QuickOpen</name>
    <message>
        <source>Quick open</source>
        <translation>Ouverture rapide</translation>
    </message>
    <message>
        <source>Go to an article or category</source>
        <translation>Aller à un article ou à une catégorie</translation>
    </message>
    <message>
        <source>Type a few letters of a title</source>
        <translation>Tapez quelques lettres d’un titre</translation>
    </message>
    <message>
        <source>No title holds these letters</source>
        <translation>Aucun titre ne contient ces lettres</translation>
    </message>
    <message>
        <source>Top level</source>
        <translation>Premier niveau</translation>
    </message>
</context>
<context>
    <name>ReadersSaid</name>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>Utile</translation>
    </message>
    <message>
        <source>Not helpful</source>
        <translation>Pas utile</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Searched for in vain ({language})</source>
        <translation>Cherché en vain ({language})</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} ×</translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacée</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) added</source>
        <translation>
            <numerusform>%Ln page ajoutée</numerusform>
            <numerusform>%Ln pages ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) changed</source>
        <translation>
            <numerusform>%Ln page modifiée</numerusform>
            <numerusform>%Ln pages modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) moved</source>
        <translation>
            <numerusform>%Ln page déplacée</numerusform>
            <numerusform>%Ln pages déplacées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) removed</source>
        <translation>
            <numerusform>%Ln page retirée</numerusform>
            <numerusform>%Ln pages retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>No page changes</source>
        <translation>Aucune page ne change</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Release {number} of “{profile}”</source>
        <translation>Publication {number} de «&#xa0;{profile}&#xa0;»</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What is new, for those who look back</source>
        <translation>Ce qui est nouveau, pour qui regardera en arrière</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va vers</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open site</source>
        <translation>Ouvrir le site</translation>
    </message>
    <message>
        <source>Release {number} is published</source>
        <translation>La publication {number} est en ligne</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>What a release lacks</source>
        <translation>Ce qui manque à une publication</translation>
    </message>
    <message>
        <source>Articles and categories</source>
        <translation>Articles et catégories</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in the matrix</source>
        <translation>Montrer dans la matrice</translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message>
        <source>Releases</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Build again…</source>
        <translation>Reconstruire…</translation>
    </message>
    <message>
        <source>The same files as then, in another folder</source>
        <translation>Les mêmes fichiers qu’alors, dans un autre dossier</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>Vérifier…</translation>
    </message>
    <message>
        <source>Whether a published site is as it was built, file by file</source>
        <translation>Si un site en ligne est tel qu’il fut construit, fichier par fichier</translation>
    </message>
    <message>
        <source>Open the library as it was</source>
        <translation>Ouvrir la bibliothèque d’alors</translation>
    </message>
    <message>
        <source>All of it as of this release, to read only</source>
        <translation>Tout, dans l’état de cette publication, en lecture seule</translation>
    </message>
    <message>
        <source>Nothing was published yet</source>
        <translation>Rien n’est encore publié</translation>
    </message>
    <message>
        <source>Each release is remembered here: what it held, and the note it was given.</source>
        <translation>Chaque publication est retenue ici&#xa0;: ce qu’elle contenait, et sa note.</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Repair a library</source>
        <translation>Réparer une bibliothèque</translation>
    </message>
    <message>
        <source>All that can be read goes into a new library: every text, version and picture that is left. The damaged file is only read, and stays as it is. You are told what is missing.</source>
        <translation>Tout ce qui est lisible va dans une nouvelle bibliothèque&#xa0;: chaque texte, version et image qui reste. Le fichier endommagé est seulement lu et reste tel quel. On vous dit ce qui manque.</translation>
    </message>
    <message>
        <source>&amp;Damaged library</source>
        <translation>Bibliothèque &amp;endommagée</translation>
    </message>
    <message>
        <source>&amp;New library</source>
        <translation>&amp;Nouvelle bibliothèque</translation>
    </message>
    <message>
        <source>A backup of yesterday may hold more than a repair: compare them.</source>
        <translation>Une sauvegarde d’hier contient peut-être plus qu’une réparation&#xa0;: comparez-les.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Which library is damaged?</source>
        <translation>Quelle bibliothèque est endommagée&#x202f;?</translation>
    </message>
    <message>
        <source>The new library</source>
        <translation>La nouvelle bibliothèque</translation>
    </message>
    <message>
        <source>kbeditor libraries</source>
        <translation>Bibliothèques kbeditor</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>{name} repaired</source>
        <translation>{name} réparée</translation>
    </message>
    <message>
        <source>The new library is made. {count} things in it need a look:</source>
        <translation>La nouvelle bibliothèque est faite. {count} choses y sont à regarder&#xa0;:</translation>
    </message>
    <message>
        <source>The new library is made, and nothing is missing in it.</source>
        <translation>La nouvelle bibliothèque est faite, et rien n’y manque.</translation>
    </message>
    <message>
        <source>&amp;Open the New Library</source>
        <translation>&amp;Ouvrir la nouvelle bibliothèque</translation>
    </message>
</context>
<context>
    <name>ReplaceForm</name>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>&amp;Keep case</source>
        <translation>Garder la ca&amp;sse</translation>
    </message>
    <message>
        <source>Colis → Paquet, COLIS → PAQUET, colis → paquet</source>
        <translation>Colis → Paquet, COLIS → PAQUET, colis → paquet</translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation>&amp;Titres</translation>
    </message>
    <message>
        <source>S&amp;ummaries</source>
        <translation>Rés&amp;umés</translation>
    </message>
    <message>
        <source>&amp;Bodies</source>
        <translation>&amp;Corps des textes</translation>
    </message>
    <message>
        <source>Key&amp;words</source>
        <translation>&amp;Mots-clés</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>&amp;Articles</translation>
    </message>
    <message>
        <source>&amp;Categories</source>
        <translation>Caté&amp;gories</translation>
    </message>
    <message>
        <source>&amp;Leave code and addresses alone</source>
        <translation>&amp;Laisser le code et les adresses tels quels</translation>
    </message>
    <message>
        <source>Code, addresses of links and pictures, tags and placeholders are passed over.</source>
        <translation>Le code, les adresses des liens et des images, les balises et les variables sont ignorés.</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>Remplacer &amp;par</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>I&amp;n</source>
        <translation>Da&amp;ns</translation>
    </message>
    <message>
        <source>Part of the library</source>
        <translation>Partie de la bibliothèque</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Toute la bibliothèque</translation>
    </message>
    <message>
        <source>Only {category}</source>
        <translation>Seulement {category}</translation>
    </message>
</context>
<context>
    <name>ReplaceWindow</name>
    <message>
        <source>Find and Replace in the Library</source>
        <translation>Rechercher et remplacer dans la bibliothèque</translation>
    </message>
    <message>
        <source>Find in the Library</source>
        <translation>Rechercher dans la bibliothèque</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Endroits trouvés</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>R&amp;echercher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing is looked for yet</source>
        <translation>Rien n’est encore recherché</translation>
    </message>
    <message>
        <source>Type the words and press Enter. Every place is listed before anything is replaced.</source>
        <translation>Tapez les mots et appuyez sur Entrée. Chaque endroit est listé avant que quoi que ce soit ne soit remplacé.</translation>
    </message>
    <message>
        <source>Type the words and press Enter. This library can only be read.</source>
        <translation>Tapez les mots et appuyez sur Entrée. Cette bibliothèque est en lecture seule.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) were looked through.</source>
        <translation>
            <numerusform>%Ln texte a été parcouru.</numerusform>
            <numerusform>%Ln textes ont été parcourus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in code or addresses were passed over.</source>
        <translation>
            <numerusform>%Ln endroit dans du code ou une adresse a été ignoré.</numerusform>
            <numerusform>%Ln endroits dans du code ou des adresses ont été ignorés.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{words}” is nowhere</source>
        <translation>«&#xa0;{words}&#xa0;» n’est nulle part</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced</source>
        <translation>
            <numerusform>%Ln endroit remplacé</numerusform>
            <numerusform>%Ln endroits remplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln text(s)</source>
        <translation>
            <numerusform>dans %Ln texte</numerusform>
            <numerusform>dans %Ln textes</numerusform>
        </translation>
    </message>
    <message>
        <source>What was published stays so until the drafts are published.</source>
        <translation>Ce qui était publié le reste jusqu’à la publication des brouillons.</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>modifié entre-temps</translation>
    </message>
    <message>
        <source>deleted meanwhile</source>
        <translation>supprimé entre-temps</translation>
    </message>
    <message>
        <source>it would be too long</source>
        <translation>il serait trop long</translation>
    </message>
    <message>
        <source>nothing would be left of its title</source>
        <translation>il ne resterait rien de son titre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) were left as they are:</source>
        <translation>
            <numerusform>%Ln texte a été laissé tel quel&#xa0;:</numerusform>
            <numerusform>%Ln textes ont été laissés tels quels&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” ({locale}): {reason}</source>
        <translation>«&#xa0;{title}&#xa0;» ({locale})&#xa0;: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… et %Ln autre</numerusform>
            <numerusform>… et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace %Ln place(s)</source>
        <translation>
            <numerusform>&amp;Remplacer à %Ln endroit</numerusform>
            <numerusform>&amp;Remplacer à %Ln endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Lea&amp;ve all out</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>Tic&amp;k all</source>
        <translation>T&amp;out cocher</translation>
    </message>
    <message>
        <source>Something else is asked for now. Press Find to list it.</source>
        <translation>La demande a changé. Cliquez sur Rechercher pour lister les endroits.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln endroit</numerusform>
            <numerusform>%Ln endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more places than can be listed: these are the first {count}. Replace them and look again, or look in one language or part only.</source>
        <translation>Il y a plus d’endroits qu’on ne peut en lister&#xa0;: voici les {count} premiers. Remplacez-les et recherchez de nouveau, ou limitez-vous à une langue ou à une partie.</translation>
    </message>
    <message>
        <source>Some of these texts were changed since: those are left as they are.</source>
        <translation>Certains de ces textes ont été modifiés depuis&#xa0;: ils seront laissés tels quels.</translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Constat</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message numerus="yes">
        <source>All (%Ln)</source>
        <translation>
            <numerusform>Tout (%Ln)</numerusform>
            <numerusform>Tout (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to report: all is well.</source>
        <translation>Rien à signaler&#xa0;: tout va bien.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erreur</numerusform>
            <numerusform>%Ln erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln remarque</numerusform>
            <numerusform>%Ln remarques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Translator</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Rédaction</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gestion</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Write the translation…</source>
        <translation>Écrivez la traduction…</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Go to an article…</source>
        <translation>Aller à un article…</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Search all texts</source>
        <translation>Rechercher dans tous les textes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Texts found</source>
        <translation>Textes trouvés</translation>
    </message>
    <message>
        <source>Search the whole library</source>
        <translation>Rechercher dans toute la bibliothèque</translation>
    </message>
    <message>
        <source>Titles and texts in every language. Accents and case do not matter.</source>
        <translation>Titres et textes, dans toutes les langues. Accents et majuscules sont indifférents.</translation>
    </message>
    <message>
        <source>Search all languages</source>
        <translation>Rechercher dans toutes les langues</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln texte</numerusform>
            <numerusform>%Ln textes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln best texts; more words narrow it</source>
        <translation>
            <numerusform>Le meilleur texte&#x202f;; précisez avec d’autres mots</numerusform>
            <numerusform>Les %Ln meilleurs textes&#x202f;; précisez avec d’autres mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “{query}”</source>
        <translation>Aucun résultat pour «&#xa0;{query}&#xa0;»</translation>
    </message>
    <message>
        <source>All words must occur in one text; the last may be unfinished. Try fewer words, or the beginning of one.</source>
        <translation>Tous les mots doivent figurer dans un même texte&#x202f;; le dernier peut être inachevé. Essayez moins de mots, ou le début d’un mot.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Stands on what you publish and on each version.</source>
        <translation>Figure sur ce que vous publiez et sur chaque version.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Whose work the queue shows. It stands on your versions, too.</source>
        <translation>De qui la file montre le travail. Il figure aussi sur vos versions.</translation>
    </message>
    <message>
        <source>Your &amp;role</source>
        <translation>Votre &amp;rôle</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language of the window</source>
        <translation>&amp;Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Open the last library at start</source>
        <translation>Ouvrir la dernière bibliothèque au démarrage</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>&amp;Sauvegardes</translation>
    </message>
    <message>
        <source>Change Folder…</source>
        <translation>Changer de dossier…</translation>
    </message>
    <message>
        <source>Usual Folder</source>
        <translation>Dossier habituel</translation>
    </message>
    <message>
        <source>Kept among your own data on this computer</source>
        <translation>Conservées parmi vos propres données sur cet ordinateur</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>The system’s</source>
        <translation>Celle du système</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Police</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>Ta&amp;ille</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer les longues lignes à la ligne</translation>
    </message>
    <message>
        <source>Show line numbers</source>
        <translation>Afficher les numéros de ligne</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Scrolls with the editor</source>
        <translation>Défile avec l’éditeur</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>What you type is saved by itself, within two seconds.</source>
        <translation>Ce que vous tapez s’enregistre tout seul, en moins de deux secondes.</translation>
    </message>
    <message>
        <source>This library</source>
        <translation>Cette bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Stands at the top of every exported page.</source>
        <translation>Figure en haut de chaque page exportée.</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>Nom du site</translation>
    </message>
    <message>
        <source>Search engines need it; pages work without.</source>
        <translation>Les moteurs de recherche en ont besoin&#x202f;; les pages s’en passent.</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>Adresse du site</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Find a command or key</source>
        <translation>Chercher une commande ou une touche</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>SignificanceDialog</name>
    <message>
        <source>Publish the change</source>
        <translation>Publier le changement</translation>
    </message>
    <message>
        <source>A typo or wording. Translators are not called.</source>
        <translation>Une faute ou une tournure. Les traducteurs ne sont pas appelés.</translation>
    </message>
    <message>
        <source>The content changed. The blocks below become outdated.</source>
        <translation>Le contenu a changé. Les blocs ci-dessous deviennent obsolètes.</translation>
    </message>
    <message>
        <source>As an update; and readers of an outdated translation see a warning.</source>
        <translation>Comme une mise à jour&#xa0;; de plus, les lecteurs d’une traduction obsolète voient un avertissement.</translation>
    </message>
    <message>
        <source>What it costs each language</source>
        <translation>Ce que cela coûte à chaque langue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Outdated blocks</source>
        <translation>Blocs obsolètes</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>New blocks</source>
        <translation>Nouveaux blocs</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Disparus</translation>
    </message>
    <message>
        <source>Counting what it costs. You need not wait for it.</source>
        <translation>Calcul du travail à faire. Inutile de l’attendre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) changed</source>
        <translation>
            <numerusform>%Ln bloc modifié</numerusform>
            <numerusform>%Ln blocs modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them in markup only</source>
        <translation>
            <numerusform>dont %Ln dans son seul balisage</numerusform>
            <numerusform>dont %Ln dans leur seul balisage</numerusform>
        </translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>changed in markup only</source>
        <translation>modifié dans son seul balisage</translation>
    </message>
    <message>
        <source>Why translators need not see it (optional)</source>
        <translation>Pourquoi les traducteurs n’ont pas à la voir (facultatif)</translation>
    </message>
    <message>
        <source>What changed, in a few words (optional)</source>
        <translation>Ce qui a changé, en quelques mots (facultatif)</translation>
    </message>
    <message>
        <source>Note for translators</source>
        <translation>Note aux traducteurs</translation>
    </message>
    <message>
        <source>How big is the change of “{title}”?</source>
        <translation>Quelle est l’importance de la modification de «&#xa0;{title}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>How big is the change of %Ln text(s)?</source>
        <translation>
            <numerusform>Quelle est l’importance du changement de %Ln texte&#x202f;?</numerusform>
            <numerusform>Quelle est l’importance du changement de %Ln textes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Minor</source>
        <translation>&amp;Mineure</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>Mise à jo&amp;ur</translation>
    </message>
    <message>
        <source>&amp;Important</source>
        <translation>&amp;Importante</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>There is no translation of it yet.</source>
        <translation>Il n’y en a pas encore de traduction.</translation>
    </message>
    <message>
        <source>Translations: {names}</source>
        <translation>Traductions&#xa0;: {names}</translation>
    </message>
</context>
<context>
    <name>SiteFact</name>
    <message>
        <source>Building the site</source>
        <translation>Construction du site</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Do not build the site. What the browser shows stays as it is.</source>
        <translation>Ne pas construire le site. Ce que montre le navigateur reste tel quel.</translation>
    </message>
</context>
<context>
    <name>SourceBeside</name>
    <message>
        <source>{language} · published version</source>
        <translation>{language} · version publiée</translation>
    </message>
    <message>
        <source>{language} · draft, not yet published</source>
        <translation>{language} · brouillon, pas encore publié</translation>
    </message>
</context>
<context>
    <name>SourceDiff</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln unchanged paragraph(s)</source>
        <translation>
            <numerusform>… %Ln paragraphe inchangé</numerusform>
            <numerusform>… %Ln paragraphes inchangés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Source text</source>
        <translation>Texte source</translation>
    </message>
    <message>
        <source>What changed in the source</source>
        <translation>Ce qui a changé dans la source</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Source of the block</source>
        <translation>Source du bloc</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En relecture</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Obsolète</translation>
    </message>
    <message>
        <source>{state}, {more}</source>
        <translation>{state}, {more}</translation>
    </message>
    <message>
        <source>an earlier version is online</source>
        <translation>une version antérieure est en ligne</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) behind</source>
        <translation>
            <numerusform>%Ln mot de retard</numerusform>
            <numerusform>%Ln mots de retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>%Ln translation(s) deleted.</source>
        <translation>
            <numerusform>%Ln traduction supprimée.</numerusform>
            <numerusform>%Ln traductions supprimées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln text(s) in {locale}?</source>
        <translation>
            <numerusform>Supprimer %Ln texte en {locale}&#x202f;?</numerusform>
            <numerusform>Supprimer %Ln textes en {locale}&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo brings them back. Texts in other languages stay as they are.</source>
        <translation>Annuler les ramène. Les textes des autres langues ne changent pas.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln article(s), separated by commas:</source>
        <translation>
            <numerusform>Étiquettes de %Ln article, séparées par des virgules&#xa0;:</numerusform>
            <numerusform>Étiquettes de %Ln articles, séparées par des virgules&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Change address</source>
        <translation>Changer l’adresse</translation>
    </message>
    <message>
        <source>The part of the page&apos;s address that names it. A published page&apos;s old address leads to the new one.</source>
        <translation>La partie de l’adresse qui nomme la page. L’ancienne adresse d’une page publiée mène à la nouvelle.</translation>
    </message>
    <message>
        <source>There is no text in this language yet.</source>
        <translation>Il n’y a pas encore de texte dans cette langue.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln translation(s) marked as still valid.</source>
        <translation>
            <numerusform>%Ln traduction marquée comme toujours valable.</numerusform>
            <numerusform>%Ln traductions marquées comme toujours valables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln translation(s) stand on an older source.</source>
        <translation>
            <numerusform>%Ln traduction repose sur une source plus ancienne.</numerusform>
            <numerusform>%Ln traductions reposent sur une source plus ancienne.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do they say what the published source says now? If not, they are published all the same and stay marked as outdated.</source>
        <translation>Disent-elles ce que dit maintenant la source publiée&#x202f;? Sinon, elles sont publiées quand même et restent marquées comme obsolètes.</translation>
    </message>
    <message>
        <source>They are up to date</source>
        <translation>Elles sont à jour</translation>
    </message>
    <message>
        <source>Publish as outdated</source>
        <translation>Publier comme obsolètes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) published.</source>
        <translation>
            <numerusform>%Ln texte publié.</numerusform>
            <numerusform>%Ln textes publiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) submitted for review.</source>
        <translation>
            <numerusform>%Ln texte soumis à relecture.</numerusform>
            <numerusform>%Ln textes soumis à relecture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) back to draft.</source>
        <translation>
            <numerusform>%Ln texte repassé en brouillon.</numerusform>
            <numerusform>%Ln textes repassés en brouillon.</numerusform>
        </translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>pas encore rédigé</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) left as they are</source>
        <translation>
            <numerusform>%Ln texte laissé tel quel</numerusform>
            <numerusform>%Ln textes laissés tels quels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln word(s) reviewed</source>
        <translation>
            <numerusform>%Ln mot relu</numerusform>
            <numerusform>%Ln mots relus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) to be reviewed</source>
        <translation>
            <numerusform>%Ln mot à relire</numerusform>
            <numerusform>%Ln mots à relire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) outdated</source>
        <translation>
            <numerusform>%Ln mot obsolète</numerusform>
            <numerusform>%Ln mots obsolètes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) missing or not finished</source>
        <translation>
            <numerusform>%Ln mot manquant ou non terminé</numerusform>
            <numerusform>%Ln mots manquants ou non terminés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln published</source>
        <translation>
            <numerusform>%Ln publié</numerusform>
            <numerusform>%Ln publiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in review</source>
        <translation>
            <numerusform>%Ln en relecture</numerusform>
            <numerusform>%Ln en relecture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln brouillon</numerusform>
            <numerusform>%Ln brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing</source>
        <translation>
            <numerusform>%Ln manquant</numerusform>
            <numerusform>%Ln manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outdated</source>
        <translation>
            <numerusform>%Ln obsolète</numerusform>
            <numerusform>%Ln obsolètes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln outdated article(s)</source>
        <translation>
            <numerusform>Mettre à jour %Ln article obsolète</numerusform>
            <numerusform>Mettre à jour %Ln articles obsolètes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Translate %Ln missing article(s)</source>
        <translation>
            <numerusform>Traduire %Ln article manquant</numerusform>
            <numerusform>Traduire %Ln articles manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln missing article(s)</source>
        <translation>
            <numerusform>Rédiger %Ln article manquant</numerusform>
            <numerusform>Rédiger %Ln articles manquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finish %Ln draft(s)</source>
        <translation>
            <numerusform>Terminer %Ln brouillon</numerusform>
            <numerusform>Terminer %Ln brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln article(s)</source>
        <translation>
            <numerusform>Relire %Ln article</numerusform>
            <numerusform>Relire %Ln articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the first article</source>
        <translation>Rédiger le premier article</translation>
    </message>
</context>
<context>
    <name>StatusFacts</name>
    <message>
        <source>Opened “{name}”</source>
        <translation>«&#xa0;{name}&#xa0;» est ouverte</translation>
    </message>
</context>
<context>
    <name>StatusPane</name>
    <message>
        <source>All articles</source>
        <translation>Tous les articles</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Checking articles</source>
        <translation>Vérification des articles</translation>
    </message>
    <message>
        <source>Checking links</source>
        <translation>Vérification des liens</translation>
    </message>
    <message>
        <source>Planning the export</source>
        <translation>Préparation de l’export</translation>
    </message>
    <message>
        <source>Writing texts</source>
        <translation>Écriture des textes</translation>
    </message>
    <message>
        <source>Copying pictures and files</source>
        <translation>Copie des images et fichiers</translation>
    </message>
    <message>
        <source>Moving the export into place</source>
        <translation>Mise en place de l’export</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Lecture des fichiers</translation>
    </message>
    <message>
        <source>Following links and pictures</source>
        <translation>Suivi des liens et des images</translation>
    </message>
    <message>
        <source>Writing articles</source>
        <translation>Écriture des articles</translation>
    </message>
    <message>
        <source>Taking in pictures and files</source>
        <translation>Ajout des images et fichiers</translation>
    </message>
    <message>
        <source>Rendering articles</source>
        <translation>Mise en forme des articles</translation>
    </message>
    <message>
        <source>Checking translations</source>
        <translation>Contrôle des traductions</translation>
    </message>
    <message>
        <source>Mending translations</source>
        <translation>Correction des traductions</translation>
    </message>
    <message>
        <source>Comparing translations with their sources</source>
        <translation>Comparaison des traductions avec leurs sources</translation>
    </message>
    <message>
        <source>Writing blocks</source>
        <translation>Écriture des blocs</translation>
    </message>
    <message>
        <source>Writing the memory</source>
        <translation>Écriture de la mémoire</translation>
    </message>
    <message>
        <source>Reading blocks</source>
        <translation>Lecture des blocs</translation>
    </message>
    <message>
        <source>Reading the memory</source>
        <translation>Lecture de la mémoire</translation>
    </message>
    <message>
        <source>Taking in the memory</source>
        <translation>Reprise de la mémoire</translation>
    </message>
    <message>
        <source>Reading terms</source>
        <translation>Lecture des termes</translation>
    </message>
    <message>
        <source>Comparing blocks</source>
        <translation>Comparaison des blocs</translation>
    </message>
    <message>
        <source>Looking through the pages</source>
        <translation>Examen des pages</translation>
    </message>
    <message>
        <source>Comparing files</source>
        <translation>Comparaison des fichiers</translation>
    </message>
    <message>
        <source>Reading versions</source>
        <translation>Lecture des versions</translation>
    </message>
    <message>
        <source>Taking in blocks</source>
        <translation>Reprise des blocs</translation>
    </message>
    <message>
        <source>Looking through the texts</source>
        <translation>Parcours des textes</translation>
    </message>
    <message>
        <source>Replacing</source>
        <translation>Remplacement</translation>
    </message>
    <message>
        <source>Bringing translations in step</source>
        <translation>Mise en accord des traductions</translation>
    </message>
    <message>
        <source>Making a backup first</source>
        <translation>Sauvegarde préalable</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>Checking what is stored</source>
        <translation>Vérification du contenu</translation>
    </message>
    <message>
        <source>Comparing words with what was saved</source>
        <translation>Comparaison des mots enregistrés</translation>
    </message>
    <message>
        <source>Comparing pictures with what was saved</source>
        <translation>Comparaison des images enregistrées</translation>
    </message>
    <message>
        <source>Copying the file</source>
        <translation>Copie du fichier</translation>
    </message>
    <message>
        <source>Reading what is left</source>
        <translation>Lecture de ce qui reste</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>Comparaison des versions</translation>
    </message>
    <message>
        <source>Comparing texts</source>
        <translation>Comparaison des textes</translation>
    </message>
    <message>
        <source>Making the search anew</source>
        <translation>Index de recherche refait</translation>
    </message>
    <message>
        <source>Summing up</source>
        <translation>Récapitulation</translation>
    </message>
    <message>
        <source>Writing pages</source>
        <translation>Écriture des pages</translation>
    </message>
</context>
<context>
    <name>StylePage</name>
    <message>
        <source>Style sheet</source>
        <translation>Feuille de style</translation>
    </message>
    <message>
        <source>Comes after the site’s own rules. url(kb:ID) leads to a picture.</source>
        <translation>Vient après les règles du site. url(kb:ID) mène à une image.</translation>
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>exact, same place</source>
        <translation>exacte, même place</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exacte</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>TablePicker</name>
    <message>
        <source>{columns} columns × {rows} rows</source>
        <translation>{columns} colonnes × {rows} lignes</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>Change term</source>
        <translation>Modifier le terme</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>Ajouter un terme</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Terme</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Wrong translations, with a semicolon between them.</source>
        <translation>Les mauvaises traductions, séparées par un point-virgule.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Wrong translations</source>
        <translation>Mauvaises traductions</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>TermRow</name>
    <message>
        <source>Insert at the cursor</source>
        <translation>Insérer au curseur</translation>
    </message>
    <message>
        <source>Change this term</source>
        <translation>Modifier ce terme</translation>
    </message>
    <message>
        <source>not: {words}</source>
        <translation>pas&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>TextStates</name>
    <message>
        <source>Open this text</source>
        <translation>Ouvrir ce texte</translation>
    </message>
    <message>
        <source>Change the state</source>
        <translation>Changer l’état</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Le rédiger</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>Soumettre à relecture</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Repasser en brouillon</translation>
    </message>
    <message>
        <source>Mark as still valid</source>
        <translation>Marquer comme toujours valable</translation>
    </message>
</context>
<context>
    <name>TextTab</name>
    <message>
        <source>Missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>Insert all that is missing</source>
        <translation>Insérer tout ce qui manque</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Afficher le seul</numerusform>
            <numerusform>Afficher les %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend all %Ln</source>
        <translation>
            <numerusform>Corriger le seul</numerusform>
            <numerusform>Corriger les %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss all %Ln…</source>
        <translation>
            <numerusform>Écarter le seul…</numerusform>
            <numerusform>Écarter les %Ln…</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or a double click goes to the block</source>
        <translation>Entrée ou un double clic va au bloc</translation>
    </message>
    <message>
        <source>“{reason}” — {who}</source>
        <translation>«&#xa0;{reason}&#xa0;» — {who}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Contrôler à nouveau</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Écartés</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>In the head of every page</source>
        <translation>Dans l’en-tête HTML de chaque page</translation>
    </message>
    <message>
        <source>In place of logo and name</source>
        <translation>À la place du logo et du nom</translation>
    </message>
    <message>
        <source>In place of the footer</source>
        <translation>À la place du pied de page</translation>
    </message>
    <message>
        <source>In place of the first page’s greeting and search</source>
        <translation>À la place de l’accueil et de la recherche de la première page</translation>
    </message>
    <message>
        <source>Above the topics of the first page</source>
        <translation>Au-dessus des sujets de la première page</translation>
    </message>
    <message>
        <source>At the end of the first page</source>
        <translation>À la fin de la première page</translation>
    </message>
    <message>
        <source>Above the articles of a category</source>
        <translation>Au-dessus des articles d’une catégorie</translation>
    </message>
    <message>
        <source>At the end of a category</source>
        <translation>À la fin d’une catégorie</translation>
    </message>
    <message>
        <source>Above the text of an article</source>
        <translation>Au-dessus du texte d’un article</translation>
    </message>
    <message>
        <source>Below the text of an article</source>
        <translation>Sous le texte d’un article</translation>
    </message>
</context>
<context>
    <name>ThemePreview</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Première page</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Building…</source>
        <translation>Construction…</translation>
    </message>
    <message>
        <source>No live preview here</source>
        <translation>Pas d’aperçu en direct ici</translation>
    </message>
    <message>
        <source>The web engine is missing. “Open Site” shows a theme in the browser.</source>
        <translation>Le moteur web manque. «&#xa0;Ouvrir le site&#xa0;» montre un thème dans le navigateur.</translation>
    </message>
</context>
<context>
    <name>ThemesDialog</name>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>Nouveau thème</translation>
    </message>
    <message>
        <source>Copy this theme</source>
        <translation>Copier ce thème</translation>
    </message>
    <message>
        <source>Delete this theme</source>
        <translation>Supprimer ce thème</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>No theme yet</source>
        <translation>Pas encore de thème</translation>
    </message>
    <message>
        <source>A theme holds the company’s colour, logo, links and words.</source>
        <translation>Un thème contient la couleur, le logo, les liens et les mots de l’entreprise.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Our theme</source>
        <translation>Notre thème</translation>
    </message>
    <message>
        <source>A template block fails: see “Blocks”.</source>
        <translation>Un bloc échoue&#xa0;: voir «&#xa0;Blocs&#xa0;».</translation>
    </message>
    <message>
        <source>Leave without saving the themes?</source>
        <translation>Partir sans enregistrer les thèmes&#x202f;?</translation>
    </message>
    <message>
        <source>What was changed here would be lost.</source>
        <translation>Ce qui a été changé ici serait perdu.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Partir</translation>
    </message>
</context>
<context>
    <name>TranslateActs</name>
    <message>
        <source>Its source is gone: discard it, or keep it.</source>
        <translation>Sa source a disparu&#xa0;: supprimez-le ou gardez-le.</translation>
    </message>
    <message>
        <source>There is no translation to approve yet.</source>
        <translation>Il n’y a pas encore de traduction à valider.</translation>
    </message>
    <message>
        <source>Copy it from the source first.</source>
        <translation>Copiez-le d’abord de la source.</translation>
    </message>
    <message>
        <source>This block is not outdated.</source>
        <translation>Ce bloc n’est pas obsolète.</translation>
    </message>
    <message>
        <source>No block is outdated.</source>
        <translation>Aucun bloc n’est obsolète.</translation>
    </message>
    <message numerus="yes">
        <source>Does the translation of %Ln block(s) still say the same?</source>
        <translation>
            <numerusform>La traduction de %Ln bloc dit-elle toujours la même chose&#x202f;?</numerusform>
            <numerusform>La traduction de %Ln blocs dit-elle toujours la même chose&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are marked as up to date, although their source changed.</source>
        <translation>Ils seront marqués comme à jour bien que leur source ait changé.</translation>
    </message>
    <message>
        <source>Still valid</source>
        <translation>Toujours valable</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) marked as still valid.</source>
        <translation>
            <numerusform>%Ln bloc marqué comme toujours valable.</numerusform>
            <numerusform>%Ln blocs marqués comme toujours valables.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what is no longer in the source is discarded.</source>
        <translation>On ne supprime que ce qui n’est plus dans la source.</translation>
    </message>
    <message>
        <source>No code, link or picture of the source is missing.</source>
        <translation>Aucun code, lien ni image de la source ne manque.</translation>
    </message>
    <message>
        <source>The source has no code, link or picture here.</source>
        <translation>La source n’a ici ni code, ni lien, ni image.</translation>
    </message>
    <message>
        <source>There is no suggestion {number}.</source>
        <translation>Il n’y a pas de suggestion {number}.</translation>
    </message>
    <message>
        <source>No other block needs work.</source>
        <translation>Aucun autre bloc n’est à faire.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s) are not done yet.</source>
        <translation>
            <numerusform>%Ln bloc n’est pas encore fait.</numerusform>
            <numerusform>%Ln blocs ne sont pas encore faits.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reviewer sees which. Hand in all the same?</source>
        <translation>Le relecteur verra lesquels. Remettre quand même&#x202f;?</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Aller au premier</translation>
    </message>
    <message>
        <source>Sent back to the translator.</source>
        <translation>Renvoyé au traducteur.</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>What is to be done? The translator finds it among the article&apos;s notes.</source>
        <translation>Que faut-il faire&#x202f;? Le traducteur le trouvera dans les notes de l’article.</translation>
    </message>
    <message>
        <source>Insert source</source>
        <translation>Insérer la source</translation>
    </message>
    <message>
        <source>Write over the source&apos;s words</source>
        <translation>Écrire par-dessus les mots de la source</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Translated; on to the next block</source>
        <translation>Traduit&#x202f;; au bloc suivant</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Take it out of the translation</source>
        <translation>Le retirer de la traduction</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>It belongs to the translation alone</source>
        <translation>Il n’appartient qu’à la traduction</translation>
    </message>
    <message>
        <source>Copy from source</source>
        <translation>Copier de la source</translation>
    </message>
    <message>
        <source>As it is there now</source>
        <translation>Tel qu’il y est maintenant</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>It needs no change</source>
        <translation>Il n’y a rien à changer</translation>
    </message>
    <message>
        <source>What changed in the source needs no change here</source>
        <translation>Ce qui a changé dans la source ne change rien ici</translation>
    </message>
    <message>
        <source>The same address as in the source now</source>
        <translation>La même adresse que dans la source</translation>
    </message>
    <message>
        <source>Take the new address</source>
        <translation>Reprendre la nouvelle adresse</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Article suivant</translation>
    </message>
    <message>
        <source>Every block is done, and published.</source>
        <translation>Tous les blocs sont faits et publiés.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Every block is reviewed.</source>
        <translation>Tous les blocs sont relus.</translation>
    </message>
    <message>
        <source>Every block is done, and handed in.</source>
        <translation>Tous les blocs sont faits et remis.</translation>
    </message>
    <message>
        <source>Every block is done.</source>
        <translation>Tous les blocs sont faits.</translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message>
        <source>Put here</source>
        <translation>Mis ici</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
</context>
<context>
    <name>TrashPane</name>
    <message>
        <source>Things in the trash</source>
        <translation>Éléments à la corbeille</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>Supprimer définitivement…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La corbeille est vide</translation>
    </message>
    <message>
        <source>What you delete in the navigator waits here until you empty the trash.</source>
        <translation>Ce que vous supprimez dans le navigateur attend ici que vous vidiez la corbeille.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) restored.</source>
        <translation>
            <numerusform>%Ln élément restauré.</numerusform>
            <numerusform>%Ln éléments restaurés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln thing(s) for ever?</source>
        <translation>
            <numerusform>Supprimer définitivement %Ln élément&#x202f;?</numerusform>
            <numerusform>Supprimer définitivement %Ln éléments&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Vider la corbeille&#x202f;?</translation>
    </message>
    <message>
        <source>All texts and their earlier versions go too. This cannot be undone.</source>
        <translation>Tous les textes et leurs versions antérieures partent aussi. C’est irréversible.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) deleted.</source>
        <translation>
            <numerusform>%Ln élément supprimé.</numerusform>
            <numerusform>%Ln éléments supprimés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Nouvelle catégorie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) moved to the trash. {keys} brings them back.</source>
        <translation>
            <numerusform>%Ln élément mis à la corbeille. {keys} le ramène.</numerusform>
            <numerusform>%Ln éléments mis à la corbeille. {keys} les ramène.</numerusform>
        </translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>Le lien est dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Comes in</source>
        <translation>Est repris</translation>
    </message>
    <message>
        <source>Comes in as outdated</source>
        <translation>Est repris comme obsolète</translation>
    </message>
    <message>
        <source>Changed here, too</source>
        <translation>Modifié ici aussi</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>Ne peut être repris</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message>
        <source>The source was changed meanwhile.</source>
        <translation>La source a été modifiée entre-temps.</translation>
    </message>
    <message>
        <source>The file does not say which source it was made from.</source>
        <translation>Le fichier ne dit pas de quelle source il vient.</translation>
    </message>
    <message>
        <source>The words stay, only the state changes.</source>
        <translation>Les mots restent, seul l’état change.</translation>
    </message>
    <message>
        <source>It says the same as here.</source>
        <translation>Il dit la même chose qu’ici.</translation>
    </message>
    <message>
        <source>There is no translation of it in the file.</source>
        <translation>Le fichier n’en contient pas de traduction.</translation>
    </message>
    <message>
        <source>It was changed here, and not by the translator.</source>
        <translation>Il a été modifié ici, et non par le traducteur.</translation>
    </message>
    <message>
        <source>Its source is no longer in the article.</source>
        <translation>Sa source n’est plus dans l’article.</translation>
    </message>
    <message>
        <source>This library has no such block.</source>
        <translation>Cette bibliothèque n’a pas ce bloc.</translation>
    </message>
    <message>
        <source>Code and HTML are not translated in other tools.</source>
        <translation>Le code et le HTML ne se traduisent pas dans d’autres outils.</translation>
    </message>
    <message>
        <source>Its source in the file is not the one that it was handed out with.</source>
        <translation>Sa source dans le fichier n’est pas celle avec laquelle il a été confié.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Il est trop long.</translation>
    </message>
    <message>
        <source>It has {detail}, which its source does not.</source>
        <translation>Il contient {detail}, que sa source n’a pas.</translation>
    </message>
    <message>
        <source>It was changed here since the file was handed out.</source>
        <translation>Il a été modifié ici depuis que le fichier a été confié.</translation>
    </message>
    <message>
        <source>It is translated here, and the file does not say whether that is new.</source>
        <translation>Il est traduit ici, et le fichier ne dit pas si c’est nouveau.</translation>
    </message>
    <message>
        <source>Its translation here stands for several blocks.</source>
        <translation>Sa traduction ici vaut pour plusieurs blocs.</translation>
    </message>
    <message>
        <source>“{words}” was left out. {why}</source>
        <translation>«&#xa0;{words}&#xa0;» a été laissé de côté. {why}</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>This file is missing.</source>
        <translation>Ce fichier manque.</translation>
    </message>
    <message>
        <source>This file is not as it was published.</source>
        <translation>Ce fichier n’est pas tel qu’il fut publié.</translation>
    </message>
    <message>
        <source>This file is not part of the release.</source>
        <translation>Ce fichier ne fait pas partie de la publication.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Verify a Site</source>
        <translation>Vérifier un site</translation>
    </message>
    <message>
        <source>A folder or a zip file</source>
        <translation>Un dossier ou un fichier zip</translation>
    </message>
    <message>
        <source>Every file is read and compared with what was built. Nothing is changed.</source>
        <translation>Chaque fichier est lu et comparé à ce qui fut construit. Rien n’est changé.</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Dossier…</translation>
    </message>
    <message>
        <source>Zip…</source>
        <translation>Zip…</translation>
    </message>
    <message>
        <source>&amp;Site</source>
        <translation>&amp;Site</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>The folder of the site</source>
        <translation>Le dossier du site</translation>
    </message>
    <message>
        <source>The zip file of the site</source>
        <translation>Le fichier zip du site</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>Fichiers zip</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not as they were published</source>
        <translation>
            <numerusform>%Ln fichier n’est pas tel qu’il fut publié</numerusform>
            <numerusform>%Ln fichiers ne sont pas tels qu’ils furent publiés</numerusform>
        </translation>
    </message>
    <message>
        <source>This is release {number}, file by file</source>
        <translation>C’est la publication {number}, fichier par fichier</translation>
    </message>
    <message>
        <source>Every file is as it was built</source>
        <translation>Chaque fichier est tel qu’il fut construit</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>now</source>
        <comment>a version that says what the working text says</comment>
        <translation>actuelle</translation>
    </message>
</context>
<context>
    <name>Votes</name>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{share} of {number}</source>
        <translation>{share} sur {number}</translation>
    </message>
    <message numerus="yes">
        <source>{helpful} of %Ln reader(s) found it helpful ({share}).</source>
        <translation>
            <numerusform>{helpful} lecteur sur %Ln l’a trouvé utile ({share}).</numerusform>
            <numerusform>{helpful} lecteurs sur %Ln l’ont trouvé utile ({share}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last {days} days %Ln point(s) more.</source>
        <translation>
            <numerusform>Dans les {days} derniers jours, %Ln point de plus.</numerusform>
            <numerusform>Dans les {days} derniers jours, %Ln points de plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last {days} days %Ln point(s) less.</source>
        <translation>
            <numerusform>Dans les {days} derniers jours, %Ln point de moins.</numerusform>
            <numerusform>Dans les {days} derniers jours, %Ln points de moins.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the last {days} days about the same.</source>
        <translation>À peu près pareil dans les {days} derniers jours.</translation>
    </message>
    <message>
        <source>Of the version online now: {votes}.</source>
        <translation>Pour la version en ligne&#xa0;: {votes}.</translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message>
        <source>A link leads to nothing in this library</source>
        <translation>Un lien ne mène à rien dans cette bibliothèque</translation>
    </message>
    <message>
        <source>A picture is not in this library</source>
        <translation>Une image n’est pas dans cette bibliothèque</translation>
    </message>
    <message>
        <source>Only pictures of the library are shown: {address}</source>
        <translation>Seules les images de la bibliothèque sont affichées&#xa0;: {address}</translation>
    </message>
    <message>
        <source>A picture has no description for those who cannot see it</source>
        <translation>Une image n’a pas de description pour qui ne peut pas la voir</translation>
    </message>
    <message>
        <source>A link has no words: {address}</source>
        <translation>Un lien n’a pas de texte&#xa0;: {address}</translation>
    </message>
    <message>
        <source>A link to a file next to the text leads nowhere here: {address}</source>
        <translation>Un lien vers un fichier voisin du texte ne mène nulle part ici&#xa0;: {address}</translation>
    </message>
    <message>
        <source>&lt;{name}&gt; is not allowed and was left out</source>
        <translation>&lt;{name}&gt; n’est pas admis et a été omis</translation>
    </message>
    <message>
        <source>The footnote {name} has no note</source>
        <translation>L’appel de note {name} n’a pas de note</translation>
    </message>
    <message>
        <source>A heading skips a level</source>
        <translation>Un titre saute un niveau</translation>
    </message>
    <message>
        <source>Two headings have the id {id}</source>
        <translation>Deux titres ont l’identifiant {id}</translation>
    </message>
    <message>
        <source>A code block is not closed</source>
        <translation>Un bloc de code n’est pas fermé</translation>
    </message>
    <message>
        <source>The language {language} of a code block is not known</source>
        <translation>Le langage {language} d’un bloc de code n’est pas connu</translation>
    </message>
    <message>
        <source>There is no call-out named {name}</source>
        <translation>Il n’existe pas d’encadré nommé {name}</translation>
    </message>
    <message>
        <source>Lists or quotes are nested too deeply</source>
        <translation>Des listes ou des citations sont imbriquées trop profondément</translation>
    </message>
    <message>
        <source>The text could not be laid out and is shown as it was typed</source>
        <translation>Le texte n’a pas pu être mis en page et s’affiche tel qu’il a été tapé</translation>
    </message>
    <message>
        <source>The text takes too long to lay out and is shown as it was typed</source>
        <translation>Le texte est trop long à mettre en forme&#x202f;; il est affiché tel quel</translation>
    </message>
    <message>
        <source>The text is too large to lay out and is shown as it was typed</source>
        <translation>Le texte est trop volumineux pour être mis en forme&#x202f;; il est affiché tel quel</translation>
    </message>
    <message>
        <source>A line is too long to lay out; the text is shown as it was typed</source>
        <translation>Une ligne est trop longue pour être mise en forme&#x202f;; le texte est affiché tel quel</translation>
    </message>
</context>
<context>
    <name>WarningsStrip</name>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>Ligne {line}&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Recent libraries</source>
        <translation>Bibliothèques récentes</translation>
    </message>
    <message>
        <source>Welcome to kbeditor</source>
        <translation>Bienvenue dans kbeditor</translation>
    </message>
    <message>
        <source>Write, translate and publish your help centre.</source>
        <translation>Rédigez, traduisez et publiez votre centre d’aide.</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Nouvelle bibliothèque</translation>
    </message>
    <message>
        <source>Begin an empty help centre</source>
        <translation>Commencer un centre d’aide vide</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Ouvrir une bibliothèque</translation>
    </message>
    <message>
        <source>A .kb file you have</source>
        <translation>Un fichier .kb que vous avez</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>Voir l’exemple</translation>
    </message>
    <message>
        <source>A shop’s help centre in three languages</source>
        <translation>Le centre d’aide d’une boutique, en trois langues</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Markdown files or a JSON bundle</source>
        <translation>Fichiers Markdown ou archive JSON</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Words of the site</source>
        <translation>Mots du site</translation>
    </message>
    <message>
        <source>The site says</source>
        <translation>Le site dit</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>À la place</translation>
    </message>
    <message>
        <source>What stands in braces is filled in: keep it.</source>
        <translation>Ce qui est entre accolades est rempli&#xa0;: gardez-le.</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Nothing else waits for you in {language}.</source>
        <translation>Rien d’autre ne vous attend en {language}.</translation>
    </message>
</context>
<context>
    <name>_RecentRow</name>
    <message>
        <source>Not found: {path}</source>
        <translation>Introuvable&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Remove from This List</source>
        <translation>Retirer de cette liste</translation>
    </message>
</context>
</TS>
