/**
 * Takes the README's pictures of the exchange from the running demonstration: `npm run demo:exchange`, then, once it is done,
 * `node scripts/make-exchange-pictures.ts <link of the analyst of this country>`. The link is good once.
 */
import { chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const [link = ''] = process.argv.slice(2)
const { origin } = new URL(link)
const wide = { width: 1280, height: 820 }
const phone = { width: 360, height: 740 }

const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: wide })
const take = async (name: string): Promise<void> => {
	// A second look, so that the fonts that came too late for the first one are in the picture.
	await page.reload({ waitUntil: 'networkidle' })
	await page.evaluate(() => document.fonts.ready)
	await page.screenshot({ path: `docs/pictures/exchange-${name}.jpg`, type: 'jpeg', quality: 70 })
}

const devtools = await page.context().newCDPSession(page)
await devtools.send('WebAuthn.enable')
await devtools.send('WebAuthn.addVirtualAuthenticator', {
	options: {
		protocol: 'ctap2',
		transport: 'internal',
		hasResidentKey: true,
		hasUserVerification: true,
		hasPrf: true,
		isUserVerified: true,
		automaticPresenceSimulation: true,
	},
})
await page.goto(link, { waitUntil: 'networkidle' })
await page.getByRole('button', { name: 'Créer une clé d’accès' }).click()
await page.waitForURL((url) => !url.pathname.startsWith('/desk/enrol'))

await page.goto(`${origin}/desk/referrals`)
await page.locator('main tbody a').first().click()
await page.waitForURL(/\/desk\/referrals\/[\da-f-]{36}$/u)
await take('referral-fr')
await page.goto(`${origin}/desk/partners`)
await take('partners-fr')
await page.setViewportSize(phone)
await page.goto(`${origin}/ar/cooperation`)
await take('cooperation-ar')
await browser.close()
console.log('3 pictures in docs/pictures/')
