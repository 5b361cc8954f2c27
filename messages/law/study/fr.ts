import type { study as keys } from './ar.ts'

/** Words of the printed study of the law, in French. */
export const study: Readonly<Record<keyof typeof keys, string>> = {
	'law.study.kicker': 'Observatoire du droit',
	'law.study.title': 'Étude globale des instruments juridiques',
	'law.study.subtitle':
		'Protéger les enfants et les jeunes en ligne au Maroc : ce que demandent les conventions, ce que répond la loi marocaine, ce qui manque',
	'law.study.draft': 'Recherche documentaire de Thiqa. Aucun juriste ne l’a encore relue.',
	'law.study.draft.long':
		'Ce document n’est ni un avis juridique ni un document officiel, et aucune autorité ne l’a approuvé. Seul le texte publié au Bulletin officiel fait foi.',
	'law.study.state': 'État au {day}',
	'law.study.foot': 'recherche documentaire, non relue par un juriste',
	'law.study.contents': 'Sommaire',
	'law.study.lists': 'Tableaux et figures',
	'law.study.table': 'Tableau',
	'law.study.figure': 'Figure',
	'law.study.colon': '{label} : {text}',
	'law.study.comma': ', ',
	'law.study.row': 'ligne {rows}',

	'law.study.about': 'À propos de ce document',
	'law.study.about.what': 'De quoi il s’agit',
	'law.study.about.what.text':
		'Une comparaison entre ce que demandent des conventions internationales et ce que prévoit le droit marocain : {rows} dispositions de {conventions} conventions.',
	'law.study.about.who': 'Qui l’a faite',
	'law.study.about.who.text':
		'Thiqa, par une recherche dans les textes, les pages officielles et les autres sources citées à la fin.',
	'law.study.about.review': 'Relecture',
	'law.study.about.review.text': 'Fiches lues par un juriste : {done} sur {of}.',
	'law.study.about.day': 'Date de l’état',
	'law.study.about.edition': 'Édition',
	'law.study.about.edition.text': '{day}, empreinte des données {print}',
	'law.study.about.live': 'La version vivante',
	'law.study.about.live.text':
		'Sur le site de Thiqa, à la page « La loi » ({address}), les mêmes données se lisent, se trient et se téléchargent ; elles changent quand la loi change.',
	'law.study.about.licence': 'Licence',
	'law.study.about.licence.text':
		'Licence Creative Commons, attribution ({licence}). Peut être copiée et diffusée en citant la source.',
	'law.study.about.cite': 'Pour citer',
	'law.study.about.cite.text':
		'Thiqa, « Étude globale des instruments juridiques », état au {day}, empreinte des données {print}, recherche documentaire non relue par un juriste.',

	'law.study.summary': 'L’essentiel',
	'law.study.summary.intro':
		'Cette étude tient {rows} dispositions de {conventions} conventions en face du droit marocain, une par une. Pour chacune, elle dit si la loi répond, en tout ou en partie, pourquoi, et à quel point nous en sommes sûrs. Articles marocains cités : {articles}.',
	'law.study.summary.chart': 'Évaluation de chaque convention, en nombre de dispositions',
	'law.study.summary.chart.alt':
		'Barres horizontales, une par convention. Les mêmes nombres figurent dans le tableau qui suit. {rows}',
	'law.study.summary.chart.row': '{name} : {counts}.',
	'law.study.summary.counts': 'Évaluation de chaque convention, en chiffres',
	'law.study.summary.convention': 'Convention',
	'law.study.summary.total': 'Total',
	'law.study.summary.missing': 'Ce qui manque',
	'law.study.summary.missing.intro':
		'{gaps} lignes sont des lacunes. Plusieurs conventions demandent la même chose : il reste {matters} sujets.',
	'law.study.summary.fill': 'Ce qui comblerait',
	'law.study.summary.standing': 'Ce que ces conventions sont pour le Maroc',
	'law.study.summary.standing.intro':
		'Toutes n’engagent pas le Maroc de la même façon. Une lacune envers une convention en vigueur est un engagement à tenir ; envers une convention signée, ou à laquelle le Maroc n’est pas partie, c’est ce à quoi l’on se prépare.',
	'law.study.summary.standing.table': 'Statut de chaque convention et nombre de lacunes',
	'law.study.summary.status': 'Statut pour le Maroc',
	'law.study.summary.since': 'En vigueur depuis',
	'law.study.summary.jurist': 'Ce qui attend un juriste',
	'law.study.summary.jurist.text':
		'{open} questions sont ouvertes, dont {first} de première priorité. Tant qu’elles restent sans réponse, les évaluations qui en dépendent sont provisoires.',

	'law.study.method': 'Méthode',
	'law.study.method.question': 'La question posée',
	'law.study.method.question.text':
		'Pour chaque devoir d’une convention, une seule question : quels articles marocains y répondent, et jusqu’où ? Une ligne tient ensemble la disposition internationale, les articles marocains en face, l’évaluation, sa raison, le degré de confiance et la question qui reste pour un juriste.',
	'law.study.method.read': 'Ce qui a été lu',
	'law.study.method.read.text':
		'{instruments} textes, {provisions} articles et dispositions, {sources} sources. Le tableau suivant dit jusqu’à quel jour les copies consolidées qui ont été lues contiennent toutes les modifications. Des modifications plus récentes ont pu nous échapper.',
	'law.study.method.copies': 'Copies consolidées qui ont été lues',
	'law.study.method.copy': 'Texte',
	'law.study.method.until': 'Consolidé au',
	'law.study.method.assess': 'Comment on évalue',
	'law.study.method.assess.table': 'Sens des évaluations',
	'law.study.method.meaning': 'Sens',
	'law.study.method.count': 'Nombre',
	'law.study.method.lack.table': 'Genres de manque',
	'law.study.method.lack': 'Genre de manque',
	'law.study.method.sure': 'La confiance',
	'law.study.method.sure.table': 'Degrés de confiance, dans les lignes de l’étude',
	'law.study.method.sure.level': 'Degré',
	'law.study.method.quality.table':
		'Qualité des sources, de la plus proche du texte officiel à la plus éloignée',
	'law.study.method.words': 'Nos propres mots',
	'law.study.method.words.text':
		'Aucun texte de loi n’est reproduit ici. Ce que dit un article est résumé dans nos mots, et ce que dit une convention aussi. Entre « guillemets » figure un terme des textes ; nous ne l’employons pas toujours nous-mêmes, parce qu’il peut blesser les victimes. Pour s’appuyer sur un texte, il faut lire le Bulletin officiel.',
	'law.study.method.limits': 'Limites',
	'law.study.method.limits.review': 'Aucun juriste n’a encore lu ces lignes.',
	'law.study.method.limits.practice':
		'L’étude porte sur les textes. La pratique des tribunaux et les moyens d’application n’ont pas été étudiés.',
	'law.study.method.limits.absence':
		'« Non trouvé » veut dire que la recherche dans les copies lues n’a rien donné. Ce n’est pas la preuve que la disposition n’existe pas.',
	'law.study.method.limits.weight':
		'Les lignes n’ont pas toutes le même poids. Les pourcentages comptent des lignes ; ils ne mesurent pas la protection des enfants.',
	'law.study.method.limits.numbers':
		'Les numéros et intitulés d’articles de certaines conventions n’ont pas encore été comparés aux textes certifiés (question {question}).',
	'law.study.method.limits.unassessed': 'Dispositions lues, pas encore évaluées : {list}.',
	'law.study.method.mend': 'Corriger une erreur',
	'law.study.method.mend.text':
		'Chaque fiche a un numéro, une source et une date. Qui trouve une erreur indique le numéro de la ligne ; la fiche est corrigée et l’édition suivante porte une nouvelle empreinte.',

	'law.study.instruments': 'Les textes',
	'law.study.instruments.intro':
		'Tous les textes lus ou nommés. En vigueur au {day} : {force}. Pas en vigueur : {not}. Non établi : {unknown}. Quand un renseignement n’a été trouvé dans aucune source fiable, le tableau le dit. Ces blancs sont au nombre de {blanks}.',
	'law.study.instruments.national': 'Textes marocains',
	'law.study.instruments.treaties': 'Conventions et protocoles',
	'law.study.instruments.plans': 'Projets, propositions et appels, qui ne sont pas la loi',
	'law.study.head.number': 'N°',
	'law.study.head.instrument': 'Texte',
	'law.study.head.status': 'Statut',
	'law.study.head.promulgation': 'Promulgation',
	'law.study.head.bulletin': 'Bulletin officiel',
	'law.study.head.force': 'En vigueur au Maroc',
	'law.study.head.sure': 'Confiance',
	'law.study.head.adopted': 'Adoption',
	'law.study.head.signed': 'Signature',
	'law.study.head.deposited': 'Dépôt',
	'law.study.head.approval': 'Approbation, publication',
	'law.study.head.says': 'Ce que c’est',
	'law.study.none': 'non trouvé',
	'law.study.bulletin.ar': 'arabe : {issue}',
	'law.study.bulletin.fr': 'français : {issue}',
	'law.study.bulletin.issue': 'n° {number}, {day}',
	'law.study.bulletin.page': 'p. {page}',
	'law.study.approval.law': 'loi {number}',
	'law.study.approval.dahir': 'dahir {number}',
	'law.study.approval.published': 'publication : {number}',
	'law.study.note.contradiction': 'Contradiction : {text}',
	'law.study.note.unchecked': 'Pas encore vérifié : {text}',

	'law.study.conventions': 'Convention par convention',
	'law.study.conventions.intro':
		'Un tableau par convention. Les lignes sont numérotées d’un bout à l’autre de l’étude ; les autres chapitres renvoient à ces numéros.',
	'law.study.convention.caption': '{name} : ses dispositions en face du droit marocain',
	'law.study.convention.line': '{status}. {counts}.',
	'law.study.count': '{word} : {n}',
	'law.study.head.asks': 'Ce que demande la convention',
	'law.study.head.answers': 'Droit marocain',
	'law.study.head.assessment': 'Évaluation',
	'law.study.head.reason': 'Raison',
	'law.study.head.open': 'Confiance, question',
	'law.study.article': 'Article {article}',
	'law.study.no-answer': 'aucun article nommé',
	'law.study.sources.of': 'Sources : {list}',

	'law.study.gaps': 'Les lacunes',
	'law.study.gaps.intro':
		'Les {gaps} lignes qui sont des lacunes, réunies par sujet. Pour chaque sujet : ce qui manque, ce qui comblerait, et comment d’autres instruments expriment ce devoir, dans nos propres mots.',
	'law.study.gaps.where': 'Demandé par : {list}',
	'law.study.gaps.missing': 'Ce qui manque',
	'law.study.gaps.fill': 'Ce qui comblerait cette lacune',
	'law.study.gaps.wordings': 'Comment les instruments expriment ce devoir : {matter}',
	'law.study.gaps.near': 'Articles marocains voisins',
	'law.study.gaps.questions': 'Ce qui attend un juriste',
	'law.study.gaps.others': 'Instrument',
	'law.study.gaps.says': 'Ce qu’il dit, dans nos mots',
	'law.study.fills': 'Ce qui compléterait le reste',
	'law.study.fills.intro':
		'Les dispositions couvertes en partie ou non établies, et ce qui compléterait chacune. Ce n’est pas une rédaction juridique : c’est la description de ce qui manque.',
	'law.study.fills.caption': 'Ce qui compléterait les dispositions couvertes en partie ou non établies',
	'law.study.head.row': 'Ligne',
	'law.study.head.provision': 'Disposition',
	'law.study.head.fill': 'Ce qui la compléterait',

	'law.study.questions': 'Questions pour un juriste',
	'law.study.questions.intro':
		'Seul un juriste peut répondre à ces questions. Ouvertes : {open}. Avec réponse : {answered}. La priorité 1 est la plus pressante.',
	'law.study.questions.priority': 'Priorité {n}',
	'law.study.questions.caption': 'Questions de priorité {n}',
	'law.study.head.question': 'Question',
	'law.study.head.waits': 'Ce qui en dépend',
	'law.study.waits.instruments': 'textes : {n}',
	'law.study.waits.provisions': 'articles : {n}',
	'law.study.answered': 'Réponse de {by}, le {day} : {text}',

	'law.study.sources': 'Sources',
	'law.study.sources.intro':
		'Tout ce sur quoi l’étude s’appuie. Les titres sont ceux des fiches, en anglais. Sans adresse en ligne, le tableau dit où la source a été lue.',
	'law.study.sources.caption': 'Sources et leur qualité',
	'law.study.head.source': 'Source',
	'law.study.head.quality': 'Qualité',
	'law.study.head.address': 'Adresse ou lieu',

	'law.study.index': 'Index des articles',
	'law.study.index.intro':
		'Les articles marocains cités dans l’étude, et les numéros des lignes qui les citent.',
	'law.study.index.caption': '{name} : articles cités',
	'law.study.head.article': 'Article',
	'law.study.head.title': 'Objet',
	'law.study.head.rows': 'Lignes',

	'law.study.assessment.covered': 'Couvert',
	'law.study.assessment.partly': 'En partie',
	'law.study.assessment.gap': 'Lacune',
	'law.study.assessment.unknown': 'Non établi',
	'law.study.assessment.covered.means':
		'Des articles marocains répondent à l’essentiel de ce que demande la convention.',
	'law.study.assessment.partly.means':
		'Des articles répondent à une part. Un élément manque, ou leur portée est plus étroite.',
	'law.study.assessment.gap.means':
		'Aucune disposition trouvée n’y répond. Les articles voisins n’en saisissent que des morceaux.',
	'law.study.assessment.unknown.means':
		'Ce qui a été lu ne suffit pas pour conclure. Un juriste doit regarder.',
	'law.study.lack.substantive': 'fond',
	'law.study.lack.wording': 'rédaction',
	'law.study.lack.procedural': 'procédure',
	'law.study.lack.threshold': 'seuil',
	'law.study.lack.unknown': 'indéterminé',
	'law.study.lack.substantive.means': 'L’acte ou le devoir lui-même n’est pas prévu, en tout ou en partie.',
	'law.study.lack.wording.means': 'Un texte existe, mais ses mots ne couvrent pas tout ce qui est demandé.',
	'law.study.lack.procedural.means': 'Le pouvoir ou l’étape de procédure n’est pas prévu.',
	'law.study.lack.threshold.means':
		'Un âge, une peine ou une durée n’atteint pas ce que demande la convention.',
	'law.study.lack.unknown.means': 'Le genre du manque n’est pas encore établi.',
	'law.study.sure.sure': 'sûr',
	'law.study.sure.likely': 'probable',
	'law.study.sure.unverified': 'non vérifié',
	'law.study.sure.sure.means':
		'Lu dans une copie du texte lui-même, ou dans deux sources officielles qui concordent.',
	'law.study.sure.likely.means':
		'Repose sur une seule source secondaire ou sur la presse, ou bien calculé ou interprété.',
	'law.study.sure.unverified.means': 'Nommé, mais introuvable dans une source fiable.',
	'law.study.quality.primary-text-copy': 'copie du texte d’origine',
	'law.study.quality.official-page': 'page officielle',
	'law.study.quality.secondary-copy': 'copie non officielle du texte',
	'law.study.quality.secondary': 'source secondaire',
	'law.study.quality.press': 'presse',
	'law.study.quality.press-ngo': 'presse ou association',
	'law.study.quality.own-search': 'notre recherche',
	'law.study.quality.own-analysis': 'notre lecture, pas un avis de juriste',
	'law.study.quality.author-knowledge': 'connaissance générale, sans copie lue',
	'law.study.status.in-force': 'En vigueur',
	'law.study.status.in-force-amended': 'En vigueur, modifié',
	'law.study.status.approved-deposit-not-found': 'Approuvée, dépôt non trouvé',
	'law.study.status.signed-not-ratified': 'Signée, non ratifiée',
	'law.study.status.not-party': 'Le Maroc n’est pas partie',
	'law.study.status.bill': 'Projet ou proposition',
	'law.study.status.announced': 'Annoncé',
	'law.study.status.withdrawn': 'Retiré',
	'law.study.status.unknown': 'Non établi',

	'law.study.short.law': 'loi {number}',
	'law.study.short.decree': 'décret {number}',
	'law.study.short.coe-185': 'Budapest',
	'law.study.short.coe-189': 'Protocole racisme',
	'law.study.short.coe-224': '2e protocole de Budapest',
	'law.study.short.las-2010': 'Convention arabe',
	'law.study.short.coe-201': 'Lanzarote',
	'law.study.short.un-cyber-2024': 'ONU, cybercriminalité',
	'law.study.short.un-crc': 'Droits de l’enfant',
	'law.study.short.un-opsc': 'Protocole vente d’enfants',
	'law.study.short.un-palermo': 'Protocole de Palerme',
	'law.study.short.ilo-182': 'OIT 182',
	'law.study.short.au-malabo': 'Malabo',
	'law.study.short.ma-const-2011': 'Constitution',
	'law.study.short.ma-penal-code': 'Code pénal',
	'law.study.short.ma-cpp-22-01': 'Procédure pénale',
	'law.study.short.ma-commercial-code': 'Code de commerce',
	'law.study.short.ma-family-code': 'Code de la famille',

	'law.study.sheet.title': 'La loi et la protection des enfants en ligne : l’étude en une page',
	'law.study.sheet.lead':
		'{rows} dispositions de conventions ont été étudiées. Le droit marocain répond à l’essentiel de {covered}, en partie à {partly}. Lacunes : {gaps}. Non établi : {unknown}.',
	'law.study.sheet.matters': 'Les {gaps} lacunes, en {matters} sujets, et ce qui les comblerait',
	'law.study.sheet.chart': 'Par convention, en nombre de dispositions',
	'law.study.sheet.next': 'Ce qu’il faut ensuite',
	'law.study.sheet.next.text':
		'Que des juristes répondent aux {open} questions ouvertes, d’abord aux {first} de première priorité. Détails et sources dans l’étude complète : {address}.',
}
