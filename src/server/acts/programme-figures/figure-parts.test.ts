import * as v from 'valibot'
import { expect, test } from 'vitest'
import { findRegion, isSecondFor, figureNames, maybeNumber, requireFigureReach } from './figure-parts.ts'

test('numbers of one region have that region, all others are the country’s', () => {
	expect(findRegion(['MA-TAT', 'MA-09'])).toBe('MA-09')
	expect(findRegion(['MA-TAT', 'MA-ZAG'])).toBeUndefined()
	expect(findRegion(['MA'])).toBeUndefined()
})

test('who works for one region publishes its numbers, and neither another’s nor the country’s', () => {
	const regional = { id: 'a', roles: ['programme-lead'], region: 'MA-09' } as const
	expect(() => requireFigureReach(regional, 'MA-09')).not.toThrow()
	for (const region of ['MA-08', undefined])
		expect(() => requireFigureReach(regional, region)).toThrow(
			expect.objectContaining({ code: 'figure.region' }),
		)
	expect(() => requireFigureReach({ id: 'b', roles: ['evaluator'] }, undefined)).not.toThrow()
	expect(() => requireFigureReach({ id: 'c', roles: ['supervisor'] }, 'MA-09')).toThrow()
})

test('the second person is another, of the same region or of the country', () => {
	const second = { id: 'b', roles: ['evaluator'], region: 'MA-09' } as const
	expect(isSecondFor(second, { act: 'publish-figures', by: 'a', region: 'MA-09' })).toBe(true)
	expect(isSecondFor(second, { act: 'publish-figures', by: 'b', region: 'MA-09' })).toBe(false)
	expect(isSecondFor(second, { act: 'correct-figure', by: 'a', region: 'MA-08' })).toBe(false)
	expect(
		isSecondFor({ id: 'c', roles: ['trainer'] }, { act: 'correct-figure', by: 'a', region: 'MA-08' }),
	).toBe(false)
})

test('a number may have a comma, and is a number', () => {
	expect(v.parse(maybeNumber, ' 0,5 ')).toBe(0.5)
	expect(v.parse(maybeNumber, '')).toBeUndefined()
	for (const text of ['1e9', 'NaN', '1 2', '0x1']) expect(v.safeParse(maybeNumber, text).success).toBe(false)
})

test('a list names what there is', () => {
	expect([
		figureNames.isIndicator('sessions-held'),
		figureNames.isPlace('MA-TAT'),
		figureNames.isPeriod('2026-Q4'),
	]).toEqual([true, true, true])
	expect([
		figureNames.isIndicator('impact'),
		figureNames.isPlace('MA-XYZ'),
		figureNames.isPeriod('2026-Q5'),
	]).toEqual([false, false, false])
})
