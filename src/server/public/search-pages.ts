/** Pages that are no thing with words of its own, by the names that people have for them: the game, the films, the checks, the apps, the way to the desk. */
import type { Locale } from '#base'
import { loops, toLoopPicture } from '#domains/scenes/loops/server'
import { protection } from '#domains/protect/server'
import type { MessageKey } from '#messages'
import { menu } from '#ui/page-frame'
import { createWords, type Words } from '#ui/words'

type Kind = 'help' | 'guide' | 'tool' | 'story' | 'lesson' | 'page'
export type FoundPage = { kind: Kind; title: string; names: string; address: string; more: string }

/** Title, address behind the locale, and other names: French, English, Arabic and Darija in both scripts. */
const pages: readonly (readonly [kind: Kind, title: MessageKey, address: string, names: string])[] = [
	['help', 'nav.help', 'help', 'aide help 3awnouni ساعدوني عاونوني'],
	['help', 'nav.contacts', 'contacts', 'numéros téléphone numbers phone nmra أرقام نمرة هاتف'],
	[
		'help',
		'report.title',
		'report',
		'signaler dénoncer report tell anonymous anonyme nbellegh nballegh تبليغ نبلغ شكاية',
	],
	[
		'help',
		'mailbox.title',
		'mailbox',
		'boîte réponse numéro secret mailbox answer receipt jawab جواب الجواب صندوق رقم سري',
	],
	[
		'help',
		'told.title',
		'skills/told',
		'confie confide tells told secret élève pupil disclosure 3awed تلميذ عاود',
	],
	['story', 'derb.title', 'children/derb', 'jeu jouer game play la3ba l3ab لعبة لعب درب نجمة najma'],
	[
		'story',
		'loops.title',
		'children/loops',
		'film vidéo regarder video watch cartoon tfarraj فيلم فيديو كارطون',
	],
	['tool', 'protect.guides', 'tools', 'guides outils réglages tools settings i3dadat إعدادات أدوات'],
	['tool', 'plan.title', 'tools/plan', 'plan famille family la3ila العائلة الأسرة'],
	['tool', 'check.title', 'tools/is-it-on', 'dns filtre filter marche works khddam خدام فلتر'],
	['tool', 'inspect.password.title', 'tools/password', 'mot de passe password modpass mdp كلمة السر موطدباس'],
	['tool', 'inspect.link.title', 'tools/link', 'lien arnaque link scam url lyan رابط ليان نصب'],
	[
		'tool',
		'protect.apps.title',
		'tools/apps',
		'applications signaler bloquer apps report block تطبيقات حظر بلوكي',
	],
	['tool', 'skills.title', 'skills', 'certificat attestation certificate stories histoires قصص شهادة'],
	[
		'lesson',
		'staff.title',
		'teachers/room',
		'salle des professeurs formation staff training enseignants الأساتذة تكوين',
	],
	['lesson', 'staff.kit', 'teachers/kit', 'kit affiche poster école school ملصق مدرسة'],
	['lesson', 'staff.near', 'teachers/near', 'près école near school délégation قريب مدرسة'],
	['page', 'audience.children', 'children', 'enfants kids drari دراري أطفال'],
	['page', 'audience.teens', 'teens', 'ados jeunes teenagers chabab شباب مراهقون'],
	['page', 'audience.parents', 'parents', 'parents mère père mother father walidin والدين الوالدين'],
	['page', 'audience.teachers', 'teachers', 'enseignants professeurs teachers ostad أستاذ أساتذة'],
	['page', 'audience.citizens', 'citizens', 'citoyens citizens مواطن مواطنون'],
	['page', 'law.title', 'law', 'loi droit law rights 9anoun قانون حقوق'],
	['page', 'figures.title', 'figures', 'chiffres statistiques figures numbers statistics أرقام إحصائيات'],
	['page', 'scoreboard.short', 'programme', 'programme national résultats scoreboard results برنامج نتائج'],
	['page', 'overview.title', 'programme/ten-minutes', 'brochure résumé summary ملخص'],
	['page', 'cooperation.short', 'cooperation', 'partenaires pays partners countries شركاء دول'],
	['page', 'record.title', 'record', 'registre preuve record proof سجل'],
]

/** Names by which the menu calls a page otherwise than its title. */
const menuNames: ReadonlyMap<string, MessageKey> = new Map(menu.flatMap(({ links }) => links))

/** Proof, report and block, app by app. */
const listApps = (t: Words['t']): FoundPage[] =>
	protection.apps.map(({ id, name }) => ({
		kind: 'guide',
		title: t('protect.app.title', { app: name }),
		names: '',
		address: `tools/apps/${id}`,
		more: `${id} ${name} signaler bloquer capture preuve report block proof screenshot إبلاغ تبليغ حظر بلوكي سينيالي`,
	}))

/** Every one of them, each film and each app, in the words of a locale. Tamazight is asked for in both of its scripts. */
export const listPages = (locale: Locale): FoundPage[] => {
	const { t } = createWords(locale)
	const inLatin = locale === 'zgh' ? createWords('zgh-latn').t : undefined
	const films = loops.map((loop): FoundPage => {
		const { id, still } = toLoopPicture(loop, locale)
		return {
			kind: 'story',
			title: still.alt,
			names: '',
			address: `children/loops/${id}`,
			more: `${id} film video فيلم`,
		}
	})
	const all = pages.map(([kind, title, address, names]): FoundPage => {
		const inMenu = menuNames.get(address) ?? title
		const more = [title, inMenu].map((name) => `${t(name)} ${inLatin?.(name) ?? ''}`).join(' ')
		return { kind, title: t(title), names: `${names} ${more}`, address, more: '' }
	})
	return [...all, ...films, ...listApps(t)]
}
