/** Links as people send them every day. None may be called a trick. */
import { expect, test } from 'vitest'
import { inspectLink } from './index.ts'

const links = [
	'https://www.google.com/maps/place/Rabat/@34.0018,-6.8498,12z/data=!3m1!4b1',
	'https://www.google.co.ma/search?q=facebook.com+login&hl=fr',
	'https://accounts.google.com/v3/signin/identifier?continue=https%3A%2F%2Fmail.google.com%2Fmail%2F&service=mail',
	'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s',
	'https://youtu.be/dQw4w9WgXcQ?si=abc',
	'https://m.facebook.com/story.php?story_fbid=1&id=2',
	'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fwww.example.org%2F',
	'https://www.instagram.com/p/Cabc123/?igsh=abc',
	'https://vm.tiktok.com/ZMabc123/',
	'https://www.tiktok.com/@some.user/video/7123456789012345678',
	'https://medium.com/@someone/how-to-cook-1a2b3c',
	'https://wa.me/212600000000?text=Salam%20khouya',
	'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrSt',
	'https://web.whatsapp.com/',
	'https://t.me/some_channel/123',
	'https://discord.gg/abcdef',
	'https://www.roblox.com/games/1234567/Some-Game',
	'https://ff.garena.com/fr/',
	'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&redirect_uri=https%3A%2F%2Fwww.office.com%2F',
	'https://www.netflix.com/browse',
	'https://fr.wikipedia.org/wiki/Casablanca',
	'https://ar.wikipedia.org/wiki/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8',
	'https://fa.wikipedia.org/wiki/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF',
	'https://www.2511.ma',
	'https://www.cyberconfiance.ma/helpline',
	'https://www.e-blagh.ma',
	'https://plaintes.pmp.ma',
	'https://www.cndp.ma',
	'https://adala.justice.gov.ma/reader/html/1.htm',
	'https://www.khidmat-almostahlik.ma',
	'https://takeitdown.ncmec.org/fr/',
	'https://report.iwf.org.uk/ma',
	'https://www.maroc.ma/fr',
	'https://massarservice.men.gov.ma/moutamadris/Account',
	'https://www.cihbank.ma/',
	'https://www.attijariwafabank.com/fr',
	'https://www.avito.ma/fr/casablanca/velos--%C3%A0_vendre',
	'https://www.hespress.com/%D9%85%D8%AC%D8%AA%D9%85%D8%B9',
	'https://www.jumia.ma/catalog/?q=telephone&sort=lowest-price',
	'https://lematin.ma/nation/article-123/456',
	'https://github.com/sveltejs/kit/issues/123#issuecomment-1',
	'https://facebook.github.io/react-native/',
	'https://user.github.io/my-page/',
	'https://f-droid.org/repo/org.example.app_12.apk',
	'https://www.python.org/ftp/python/3.13.0/python-3.13.0.exe',
	'https://outlook.live.com/mail/0/inbox',
	'https://www.amazon.fr/dp/B00000000/ref=sr_1_1?keywords=livre',
	'https://www.apple.com/fr/iphone/',
	'https://pineapple.example.com/recipes',
	'https://t-community.example.org/',
	'https://x-company.example/',
	'https://fortuite.example/',
	'https://www.bbc.co.uk/news/world-africa-12345678',
	'https://www.orange.ma/particulier',
	'https://drive.google.com/file/d/1abc/view?usp=sharing',
	'https://forms.gle/abcdef',
	'https://us02web.zoom.us/j/1234567890?pwd=abc',
	'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
	'https://docs.python.org/3/library/stdtypes.html#str',
	'https://shop.fr.example.com/panier',
	'https://www.sciencedirect.com.ezproxy.example.org/science/article',
	'https://cdn.jsdelivr.net/npm/svelte@5.0.0/index.js',
	'https://www.openstreetmap.org/#map=12/33.57/-7.58',
	'https://пример.рф/страница',
	'https://münchen.example/',
	'https://café-maroc.example/menu',
	'https://مثال.المغرب/صفحة',
	'https://日本語.example/',
	'http://192.168.1.1/',
	'http://localhost:8080/ar',
	'mailto:ecole@example.org?subject=absence',
	'tel:2511',
	'www.example.org/page',
	'example.com',
	'Voici le lien du cours : https://www.example.org/cours.pdf, à demain !',
	'الرابط:https://www.example.org/درس؟',
	'(https://en.wikipedia.org/wiki/Fez_(disambiguation))',
]

test('at least forty harmless links are tried', () => {
	expect(new Set(links).size).toBeGreaterThanOrEqual(40)
})

test.each(links)('inspectLink() sees no trick in %j', (link) => {
	const report = inspectLink(link)
	const findings = report.ok ? report.value.findings : undefined
	expect(findings?.filter(({ severity }) => severity === 'severe')).toEqual([])
	expect(report.ok && report.value.verdict).not.toBe('trick')
})

test('nine of ten harmless links show nothing odd either', () => {
	const odd = links.filter((link) => {
		const report = inspectLink(link)
		return report.ok && report.value.verdict !== 'nothing-odd'
	})
	expect(odd.length).toBeLessThanOrEqual(links.length / 10)
})
