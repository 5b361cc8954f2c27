/** The steps inside pages that ask one thing after the other: what an address alone never shows. Known by their structure, so that the walk is the same in every language. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { waitForSteps } from './report-form.ts'

/** Is called at each step, with what the step is called. */
export type LookAtStep = (step: string) => Promise<void>

/** A form that comes back sooner than a person can write is refused. */
const leastTime = 10_500

/** Everything that can be opened is open: what stands in there must fit as well. */
const openAll = (page: Page): Promise<void> =>
	page.evaluate(() => {
		for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true
	})

/** Ticks the first answer of the question that is shown, and fills its fields. */
const answerStep = async (page: Page): Promise<void> => {
	const step = page.locator('.step:visible')
	const choice = step.locator(
		'input[type=radio], input[type=checkbox][name=what], input[type=checkbox][name=wants]',
	)
	if ((await choice.count()) > 0) await choice.first().check()
	for (const field of await step.locator('textarea, input:not([type])').all())
		await field.fill('www.exemple-d-adresse-tres-longue.example/compte/nom_sans_espace_0123456789')
}

const walkQuestions = async (page: Page, look: LookAtStep): Promise<void> => {
	await look('report, start')
	await page.locator('#start .go .button').click()
	for (let next = true; next;) {
		const step = page.locator('.step:visible')
		await answerStep(page)
		await openAll(page)
		await look(`report, ${(await step.getAttribute('id')) ?? ''}`)
		const on = step.locator('.ways .on')
		next = (await on.count()) > 0
		if (next) await on.click()
	}
}

const sendSealed = async (page: Page, look: LookAtStep): Promise<void> => {
	await page.locator('[data-seal]').click()
	await page.locator('[data-leaves]').waitFor()
	await look('report, sealed')
	await page.locator('[data-send]').click()
}

/** From the first question to the receipt, then to the mailbox that it opens: with script sealed, without it in clear. */
export const walkReport = async (page: Page, hasScript: boolean, look: LookAtStep): Promise<void> => {
	await page.goto('report')
	if (hasScript) await waitForSteps(page)
	await walkQuestions(page, look)
	if (hasScript) await sendSealed(page, look)
	else {
		await wait(leastTime)
		await page.locator('[data-plain-way] button').click()
	}
	await page.locator('[data-receipt] [data-digits] span').first().waitFor()
	await openAll(page)
	await look('report, receipt')
	const digits = await page.locator('[data-receipt] [data-digits] span').allInnerTexts()
	await walkMailbox(page, digits.join(' '), look)
}

const walkMailbox = async (page: Page, code: string, look: LookAtStep): Promise<void> => {
	await page.goto('mailbox')
	await page.locator('#code').fill('1234 5678')
	await page.locator('[data-mailbox-form] .button').click()
	await page.locator('[data-problem]:not(:empty)').waitFor()
	await look('mailbox, a wrong number')
	await page.locator('#code').fill(code)
	await page.locator('[data-mailbox-form] .button').click()
	await page.locator('[data-box]:visible').waitFor()
	await openAll(page)
	await look('mailbox, open')
}

const walkStory = async (page: Page, story: string, look: LookAtStep): Promise<void> => {
	await page.goto(`skills/play/${story}`)
	for (let at = 0; at < 12; at++) {
		await look(`story ${story}, step ${at}`)
		const choice = page.locator('main .choices a:visible')
		if ((await choice.count()) === 0) return
		await choice.first().click()
		await page.waitForLoadState()
	}
	throw new Error(`walking the story ${story}: no end after twelve steps`)
}

/** One story of each kind of reader from its first step to an end. */
export const walkStories = async (page: Page, look: LookAtStep): Promise<void> => {
	for (const story of ['gift-in-game', 'photo-against-money', 'bank-mail']) await walkStory(page, story, look)
}

/** The family plan as it is filled in, and as it is made in the browser. */
export const walkPlan = async (page: Page, look: LookAtStep): Promise<void> => {
	await page.goto('tools/plan')
	for (const question of ['children', 'devices', 'network', 'services']) {
		const own = page.locator(`#plan-${question}`)
		await own.waitFor()
		for (const fold of await own.locator('summary').all()) await fold.click()
		for (const field of await own.locator('input[type=number]').all()) await field.fill('1')
		for (const box of await own.locator('input[type=checkbox]').all()) await box.check()
		await look(`plan, ${question}`)
		await own.locator('.plan-send .button').click()
	}
	await page.locator('[data-plan-sheet]').first().waitFor()
	await openAll(page)
	await look('plan, made')
}

/** A quiz with its reasons shown, and what comes of it. */
export const walkQuiz = async (page: Page, look: LookAtStep): Promise<void> => {
	await page.goto('skills/quiz/bullying/b')
	for (const field of await page.locator('main fieldset').all())
		await field.locator('input[type=radio]').first().check({ force: true })
	await look('quiz, answered')
	await page.locator('main form .button').click()
	await page.waitForLoadState()
	await look('quiz, result')
}

/** The help finder from what happened to the doors. */
export const walkHelp = async (page: Page, look: LookAtStep): Promise<void> => {
	await page.goto('help')
	for (const step of ['what', 'who', 'when']) {
		await look(`help, ${step}`)
		await page.locator('main ul a.tile:not([href^="tel:"])').first().click()
		await page.waitForLoadState()
	}
	await openAll(page)
	await look('help, doors')
}
