import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor } from '../support/browser.ts'

type Voice = { lang: string; localService: boolean; name: string }
type Device = {
	spoken: { text: string; voice: string }[]
	next: () => void
	cancelled: number
	bring: (voice: Voice) => void
}

const local = (lang: string): Voice => ({ lang, localService: true, name: `${lang} on the device` })
const remote = (lang: string): Voice => ({ lang, localService: false, name: `${lang} on a server` })

/** Stands in for the device's speech, which is not ours: says nothing, ends a sentence when `next` is called. */
const giveDevice = async (page: Page, voices: readonly Voice[]): Promise<void> => {
	await page.addInitScript((given: readonly Voice[]) => {
		const known = [...given]
		const speech = new EventTarget()
		let current: { onstart?: () => void; onend?: () => void } | undefined
		const device: Device = {
			spoken: [],
			cancelled: 0,
			next: () => current?.onend?.(),
			bring: (voice) => {
				known.push(voice)
				speech.dispatchEvent(new Event('voiceschanged'))
			},
		}
		Object.assign(speech, {
			getVoices: () => known,
			speak: (utterance: { text: string; voice: Voice; onstart?: () => void; onend?: () => void }) => {
				device.spoken.push({ text: utterance.text.trim(), voice: utterance.voice.name })
				current = utterance
				utterance.onstart?.()
			},
			cancel: () => {
				device.cancelled++
				current = undefined
			},
		})
		class Utterance {
			text: string
			constructor(text: string) {
				this.text = text
			}
		}
		Object.defineProperty(window, 'speechSynthesis', { value: speech })
		Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
		Object.assign(window, { device })
	}, voices)
}

const ofDevice = <Answer>(page: Page, use: (device: Device) => Answer): Promise<Answer> =>
	page.evaluate(`(${String(use)})(window.device)`)

const getHighlighted = (page: Page): Promise<string> =>
	page.evaluate(() => [...(CSS.highlights.get('listened') ?? [])].map(String).join('').trim())

const withVoices = (
	voices: readonly Voice[],
	path: string,
	use: (page: Page) => Promise<void>,
): Promise<void> =>
	asVisitor(async (page) => {
		await giveDevice(page, voices)
		await page.goto(path)
		await use(page)
	})

const button = (page: Page) => page.locator('[data-listen-button]')

test('reads a page sentence by sentence with a voice of the device, shows where it is, and stops', async () => {
	await withVoices(
		[remote('fr-FR'), local('en-US'), local('fr-FR')],
		'/fr/children/bullying',
		async (page) => {
			expect(await button(page).innerText()).toBe('Écouter')
			await button(page).click()
			const first = await ofDevice(page, ({ spoken }) => spoken[0])
			expect(first).toEqual({ text: await page.locator('h1').innerText(), voice: 'fr-FR on the device' })
			expect(await getHighlighted(page)).toBe(first?.text)
			for (let sentence = 0; sentence < 4; sentence++) await ofDevice(page, (device) => device.next())
			const texts = await ofDevice(page, ({ spoken }) => spoken.map(({ text }) => text))
			expect(texts).toHaveLength(5)
			expect(new Set(texts).size).toBe(5)
			expect(await getHighlighted(page)).toBe(texts[4])
			expect(await button(page).innerText()).toBe('Arrêter')
			await button(page).click()
			expect(await ofDevice(page, ({ cancelled }) => cancelled)).toBe(1)
			expect(await getHighlighted(page)).toBe('')
			expect(await button(page).innerText()).toBe('Écouter')
		},
	)
})

test('reads to the end, every section, and is ready to begin anew', async () => {
	await withVoices([local('ar-SA')], '/ar/teens/sexual-extortion', async (page) => {
		await button(page).click()
		for (let most = 300; most > 0 && (await button(page).innerText()) !== 'استماع'; most--)
			await ofDevice(page, (device) => device.next())
		const said = (await ofDevice(page, ({ spoken }) => spoken.map(({ text }) => text))).join(' ')
		for (const heading of await page.locator('.body h2').allInnerTexts())
			expect(said).toContain(heading.trim())
		expect(await getHighlighted(page)).toBe('')
	})
})

const readAll = async (page: Page, idle: string): Promise<string[]> => {
	await button(page).click()
	for (let most = 300; most > 0 && (await button(page).innerText()) !== idle; most--)
		await ofDevice(page, (device) => device.next())
	return ofDevice(page, ({ spoken }) => spoken.map(({ text }) => text))
}

test.each([
	[
		'fr',
		'Écouter',
		['menace', '19', 'Ne paie pas', 'n’efface rien', 'Parle ce soir', 'Écoute-moi sans crier'],
	],
	['ar', 'استماع', ['يهددني', '19']],
] as const)(
	'an answer in %s is read in the order of what to do, and nothing that is folded',
	async (lang, idle, order) => {
		await withVoices([local(lang)], `/${lang}/help/threatened/teen/now`, async (page) => {
			const said = (await readAll(page, idle)).join(' ')
			let at = -1
			for (const words of order) {
				expect(said.indexOf(words, at + 1), words).toBeGreaterThan(at)
				at = said.indexOf(words, at + 1)
			}
			const folded = await page.locator('details.fold').allTextContents()
			expect(folded.length).toBe(2)
			for (const sentence of folded.join(' ').match(/[^.!?؟]{40,}[.!?؟]/gu) ?? [])
				expect(said).not.toContain(sentence.trim())
		})
	},
)

test('who leaves an answer quickly is not heard any more, though the next page has not come', async () => {
	await withVoices([local('fr-FR')], '/fr/help/threatened/teen/now', async (page) => {
		await page.context().route(/wikipedia\.org/u, () => undefined)
		await button(page).click()
		expect(
			await page.evaluate(() => {
				document.querySelector<HTMLElement>('[data-leave]')?.click()
				return (window as unknown as { device: Device }).device.cancelled
			}),
		).toBe(1)
	})
})

test.each([
	['/fr/tools/guides/whatsapp', '[data-step="1"] ol li', '.see span'],
	['/fr/tools/apps/whatsapp', '#block', '#expect'],
])('%s is read, first what to do and then what one sees', async (path, first, then) => {
	await withVoices([local('fr-FR')], path, async (page) => {
		const said = (await readAll(page, 'Écouter')).join(' ')
		const [one = '', other = ''] = [
			await page.locator(first).first().innerText(),
			await page.locator(then).first().innerText(),
		].map((text) => text.split('\n').at(-1)?.trim().split('. ')[0])
		expect(said.indexOf(one), one).toBeGreaterThan(-1)
		expect(said.indexOf(other), other).toBeGreaterThan(said.indexOf(one))
	})
})

test('prefers a Moroccan voice to another of the same language', async () => {
	await withVoices([local('ar-SA'), local('ar_MA')], '/ar/children/bullying', async (page) => {
		await button(page).click()
		expect(await ofDevice(page, ({ spoken }) => spoken[0]?.voice)).toBe('ar_MA on the device')
	})
})

test.each([
	['the device has no voice', '/fr/children/bullying', []],
	['the only voice of the language lives on a server', '/fr/children/bullying', [remote('fr-FR')]],
	['the voices speak other languages', '/ar/children/bullying', [local('fr-FR'), local('arn-CL')]],
	['nobody speaks Tamazight', '/zgh/children/bullying', [local('ar-MA'), local('fr-FR')]],
	['Tamazight stands in Latin letters', '/zgh-latn/children/bullying', [local('fr-FR')]],
] as const)('there is no button where %s', async (_, path, voices) => {
	await withVoices(voices, path, async (page) => expect(await button(page).isVisible()).toBe(false))
})

test('a page shown in Arabic for want of Tamazight is read by an Arabic voice, not by another', async () => {
	await withVoices([local('zgh-MA')], '/zgh/parents/games', async (page) => {
		expect(await button(page).isVisible()).toBe(false)
		await ofDevice(page, (device) => device.bring({ lang: 'ar-EG', localService: true, name: 'late' }))
		await button(page).click()
		expect(await ofDevice(page, ({ spoken }) => spoken[0])).toMatchObject({ voice: 'late' })
	})
})

test('no page offers a recording that nobody has made', async () => {
	await withVoices([], '/fr/children/bullying', async (page) => {
		expect(await page.locator('[data-listen]').getAttribute('data-track')).toBeNull()
	})
})

/** Gives the page a recording, as the build does where one stands beside the words. */
const giveTrack = (page: Page): Promise<unknown> =>
	page.route('**/fr/children/bullying', async (route) => {
		const answer = await route.fetch()
		const body = (await answer.text()).replace('data-listen=""', 'data-listen="" data-track="/track.opus"')
		await route.fulfill({ response: answer, body })
	})

test('a recording is played where there is one, though the device has no voice', async () => {
	await asVisitor(async (page) => {
		await giveDevice(page, [])
		await giveTrack(page)
		await page.addInitScript(() => {
			HTMLMediaElement.prototype.play = function () {
				document.title = `plays ${new URL(this.src).pathname}`
				return Promise.resolve()
			}
		})
		await page.goto('/fr/children/bullying')
		await button(page).click()
		expect(await page.title()).toBe('plays /track.opus')
		expect(await button(page).innerText()).toBe('Arrêter')
		await button(page).click()
		expect(await button(page).innerText()).toBe('Écouter')
	})
})

test('a recording that cannot be had, as without a network, gives way to a voice of the device', async () => {
	await asVisitor(async (page) => {
		await giveDevice(page, [local('fr-FR')])
		await giveTrack(page)
		await page.goto('/fr/children/bullying')
		await button(page).click()
		await page.waitForFunction(() => (window as unknown as { device: Device }).device.spoken.length > 0)
		expect(await ofDevice(page, ({ spoken }) => spoken[0]?.voice)).toBe('fr-FR on the device')
	})
})
