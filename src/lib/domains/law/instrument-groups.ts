import type { Instrument } from './corpus/instrument.ts'
import type { Law } from './corpus/law.ts'

/** Groups of texts as a visitor looks for them. */
export type InstrumentGroup = 'codes' | 'laws' | 'decrees' | 'treaties' | 'coming'

const groupOf: Readonly<Record<Instrument['kind'], InstrumentGroup>> = {
	constitution: 'codes',
	code: 'codes',
	law: 'laws',
	decree: 'decrees',
	treaty: 'treaties',
	protocol: 'treaties',
	bill: 'coming',
	announcement: 'coming',
}

/** Every instrument, once, by group; what is only a bill or was only announced stands last. */
export const getInstrumentGroups = (law: Law): { group: InstrumentGroup; instruments: Instrument[] }[] =>
	(['codes', 'laws', 'decrees', 'treaties', 'coming'] as const).map((group) => ({
		group,
		instruments: law.instruments.filter(({ kind }) => groupOf[kind] === group),
	}))
