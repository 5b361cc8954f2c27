/** Personal data in what is referred: an address of the web can name a person as well as a nickname does. */

/** Services on which every address below the front page is somebody's: a profile, or what one person has put there. */
const networks: readonly string[] = [
	'facebook.com',
	'fb.com',
	'fb.me',
	'fb.watch',
	'messenger.com',
	'm.me',
	'instagram.com',
	'ig.me',
	'threads.net',
	'threads.com',
	'tiktok.com',
	'snapchat.com',
	'youtube.com',
	'youtu.be',
	'x.com',
	'twitter.com',
	't.me',
	'telegram.me',
	'wa.me',
	'whatsapp.com',
	'discord.com',
	'discord.gg',
	'linkedin.com',
	'pinterest.com',
	'reddit.com',
	'twitch.tv',
	'roblox.com',
	'vk.com',
	'ok.ru',
	'onlyfans.com',
	'likee.video',
	'omegle.com',
]

/** Names of a folder below which accounts stand, or of a field that holds one. */
const accountFolder =
	/\/(?:u|user|users|profile|profiles|member|members|account|accounts|channel|people|in)\/[^/]+/iu
const accountField = /^(?:u|uid|user|user_?id|user_?name|profile|profile_?id|member|account|email|mail)$/iu

/** True for an address that leads to an account, or holds a mail address: personal data by law 09-08. */
export const isAccountAddress = (address: string): boolean => {
	const url = URL.parse(address)
	if (!url) return false
	const host = url.hostname.replace(/\.$/u, '')
	const isNetwork = networks.some((network) => host === network || host.endsWith(`.${network}`))
	if (isNetwork) return url.pathname !== '/' || url.search !== '' || url.hash !== ''
	return (
		/\/@[^/]|\/~[^/]|profile\.php|%40|@/iu.test(`${url.pathname}${url.search}`) ||
		accountFolder.test(url.pathname) ||
		[...url.searchParams.keys()].some((name) => accountField.test(name))
	)
}
