import type { RequestHandler } from './$types'

export const prerender = true

const inLanguages = {
	type: 'object',
	required: ['ar', 'fr', 'zgh', 'en'],
	additionalProperties: { type: 'string', minLength: 1 },
}
const hours = {
	oneOf: [
		{ enum: ['always', 'unknown'] },
		{
			type: 'object',
			required: ['days', 'from', 'to'],
			properties: {
				days: {
					type: 'array',
					items: { type: 'integer', minimum: 1, maximum: 7 },
					description: 'ISO weekdays, 1 is Monday',
				},
				from: { type: 'string', pattern: '^\\d{2}:\\d{2}$' },
				to: { type: 'string', pattern: '^\\d{2}:\\d{2}$' },
			},
		},
	],
}

const schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Doors where people in Morocco find help online and offline',
	type: 'object',
	required: ['contacts'],
	properties: {
		contacts: {
			type: 'array',
			items: {
				type: 'object',
				required: [
					'id',
					'kind',
					'name',
					'does',
					'hears',
					'channels',
					'names',
					'parents',
					'languages',
					'sources',
					'seen',
					'confidence',
				],
				properties: {
					id: { type: 'string', pattern: '^[a-z0-9-]+$' },
					name: inLanguages,
					does: inLanguages,
					hears: inLanguages,
					channels: {
						type: 'array',
						minItems: 1,
						items: {
							type: 'object',
							required: ['type', 'value', 'hours', 'cost'],
							properties: {
								type: { enum: ['phone', 'whatsapp', 'web', 'web-form', 'in-person'] },
								value: { type: 'string' },
								hours,
								cost: { enum: ['free', 'data', 'unknown'] },
							},
						},
					},
					names: { enum: ['no-name', 'can-stay-unnamed', 'asks-name', 'unknown'] },
					parents: { enum: ['no-name', 'no-name-if-unnamed', 'ask-first'] },
					seen: {
						type: ['string', 'null'],
						description: 'year, month or day on which a source last showed it',
					},
					confidence: { enum: ['sure', 'likely', 'unverified'] },
				},
			},
		},
	},
}

/** JSON Schema of `contacts.json`. */
export const GET: RequestHandler = () => Response.json(schema)
