import type { Value } from '../figure.ts'

type Row = {
	status: Value['status']
	value: number | null
	low: number | null
	high: number | null
}

export const toValue = ({ status, value, low, high }: Row): Value => ({
	status,
	value: value ?? undefined,
	low: low ?? undefined,
	high: high ?? undefined,
})

export const toNumberRow = ({ status, value, low, high }: Value): Row => ({
	status,
	value: value ?? null,
	low: low ?? null,
	high: high ?? null,
})
