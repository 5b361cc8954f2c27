/**
 * A service whose name is often borrowed. `domains` are names it is known to own; the first one is its own.
 * `isWord`: its name is also an ordinary word or too short, so that it means little inside another name.
 */
export type KnownName = { name: string; domains: readonly string[]; isWord?: true }

const known = (name: string, domains: string): KnownName => ({ name, domains: domains.split(' ') })
const word = (name: string, domains: string): KnownName => ({ ...known(name, domains), isWord: true })

/**
 * Worldwide services that children and families meet, from general knowledge; not complete, and never used to call a
 * link safe.
 */
const worldwide: readonly KnownName[] = [
	known('facebook', 'facebook.com fb.com fb.me fb.watch fbcdn.net facebook.net facebookmail.com'),
	word('fb', 'fb.com'),
	word('messenger', 'messenger.com m.me'),
	word('meta', 'meta.com'),
	known('whatsapp', 'whatsapp.com whatsapp.net wa.me'),
	known('instagram', 'instagram.com ig.me cdninstagram.com'),
	known('google', 'google.com g.co goo.gl googleapis.com googleusercontent.com googlevideo.com goo.gle'),
	known('gmail', 'gmail.com googlemail.com'),
	known('youtube', 'youtube.com youtu.be youtubekids.com youtube-nocookie.com ytimg.com'),
	known('tiktok', 'tiktok.com tiktokcdn.com tiktokv.com'),
	known('snapchat', 'snapchat.com'),
	word('telegram', 'telegram.org t.me telegram.me telegram.dog'),
	word('discord', 'discord.com discord.gg discordapp.com discord.gift'),
	known('microsoft', 'microsoft.com microsoftonline.com live.com office.com office365.com aka.ms'),
	word('outlook', 'outlook.com'),
	word('apple', 'apple.com'),
	known('icloud', 'icloud.com'),
	known('netflix', 'netflix.com'),
	known('paypal', 'paypal.com paypal.me paypalobjects.com'),
	word('amazon', 'amazon.com amzn.to amzn.eu'),
	known('twitter', 'twitter.com x.com t.co twimg.com'),
	known('linkedin', 'linkedin.com lnkd.in licdn.com'),
	known('pinterest', 'pinterest.com pin.it pinimg.com'),
	known('roblox', 'roblox.com rbxcdn.com rbx.com'),
	known('garena', 'garena.com'),
	known('freefire', 'freefiremobile.com'),
	known('fortnite', 'fortnite.com'),
	known('minecraft', 'minecraft.net'),
	known('playstation', 'playstation.com'),
	word('xbox', 'xbox.com'),
	word('steam', 'steampowered.com steamcommunity.com s.team'),
	known('twitch', 'twitch.tv'),
	known('spotify', 'spotify.com'),
	known('wikipedia', 'wikipedia.org wikimedia.org wiktionary.org'),
	known('aliexpress', 'aliexpress.com'),
	word('zoom', 'zoom.us zoom.com'),
	known('github', 'github.com github.io githubusercontent.com'),
]

/** Public and protection services of Morocco: the domains that the content of this project cites. */
const moroccan: readonly KnownName[] = [
	known('khidmat-almostahlik', 'khidmat-almostahlik.ma'),
	known('cyberconfiance', 'cyberconfiance.ma'),
	known('e-blagh', 'e-blagh.ma'),
	word('cndp', 'cndp.ma'),
	word('2511', '2511.ma'),
	word('maroc', 'maroc.ma'),
	word('pmp', 'pmp.ma'),
	word('justice', 'justice.gov.ma'),
	known('touchepasamonenfant', 'touchepasamonenfant.com'),
	word('iwf', 'iwf.org.uk'),
	word('ncmec', 'ncmec.org'),
]

export const knownNames: readonly KnownName[] = [...worldwide, ...moroccan]

/** Names that are their service's own under the ending of every country: google.fr, google.co.ma, amazon.es. */
const everyCountry = /^(?:google|amazon|pinterest)\.(?:[a-z]{2}|com?\.[a-z]{2})$/u

const byDomain = new Map(
	knownNames.flatMap((entry) => entry.domains.map((domain) => [domain, entry] as const)),
)

/** Finds the owner of a domain, as far as this list knows. */
export const findOwner = (domain: string): KnownName | undefined =>
	byDomain.get(domain) ??
	(everyCountry.test(domain) ? knownNames.find(({ name }) => domain.startsWith(`${name}.`)) : undefined)

/** Words with which a borrowed name asks for something: the first row for a login, the others for a wish or a fear. */
export const strongLures = new Set(
	`login signin logon secure secured security verify verification verified account accounts compte comptes
	password passcode recovery recover unlock support helpdesk confirm confirmation update suspended appeal
	copyright badge alert alerte auth authentication identity reset restore validate validation connexion`.split(
		/\s+/u,
	),
)
const mildLures = `help service services center centre bonus gift gifts giftcard cadeau cadeaux prize prizes win winner
	gagnant gagner gratuit gratuits free promo promotion reward rewards offer offre recharge recharges topup diamond
	diamonds coins robux vbucks skins nitro followers likes wallet pay payment payments paiement code codes otp card
	carte invoice facture delivery livraison colis tracking suivi douane refund remboursement generator hack mod apk
	web app plus premium gold online mobile live official officiel maroc morocco ma id user session money cash prime
	aide subvention bourse concours visa emploi jobs job jaiza hadiya rib7 daam da3m moussabaqa`
export const lures = new Set([...strongLures, ...mildLures.split(/\s+/u)])

/** Generic words for a bank or a public service; `wafasalaf`, `cih`, `attijari`… are ones that smishing borrows. */
export const bankWords =
	/bank|banque|banka|wafasalaf|wafacash|attijari|cihbank|barid|chaabi|credit|paypal|visa|mastercard|cnss|ramed|impots|tresor|poste|amendis|lydec|بنك|بريد/u

/** Arabic words with which a name asks for a login or promises something. */
export const arabicLures = /تسجيل|حساب|تحقق|تاكيد|تأكيد|جائزة|جوائز|هدية|هدايا|ربح|مجاني|دعم|بنك|شحن|جواهر/u
