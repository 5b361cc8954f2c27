/**
 * The library that holds sessions and speaks WebAuthn, on our own tables: passkeys through it, passphrases through
 * `sign-in/`, everything else of it closed. It is told to keep no address and no browser name; the tables refuse them too.
 * https://better-auth.com/docs/plugins/passkey
 */
import { randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { getSessionEnd, sessionAge } from '../../person.ts'
import type { PeopleDatabase, PeopleQueries } from '../people-tables.ts'
import { makePasskeyRules } from './passkey-rules.ts'
import { sessionOpener } from './session-opener.ts'

export type StaffAuthOptions = {
	db: PeopleDatabase
	/** Address of the desk as the browser sees it, without a path: what passkeys are bound to. */
	origin: string
	/** From {@link getStaffSecret}. */
	secret: string
	now: () => Date
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

const tables = {
	user: { modelName: 'staff_user', fields: { ...times, emailVerified: 'email_verified' } },
	account: {
		modelName: 'staff_account',
		fields: { ...times, accountId: 'account_id', providerId: 'provider_id', userId: 'user_id' },
	},
	verification: { modelName: 'staff_verification', fields: { ...times, expiresAt: 'expires_at' } },
} as const

const passkeyTable = {
	passkey: {
		modelName: 'staff_passkey',
		fields: {
			publicKey: 'public_key',
			userId: 'user_id',
			credentialID: 'credential_id',
			deviceType: 'device_type',
			backedUp: 'backed_up',
			createdAt: 'created_at',
		},
	},
}

const getCookies = (origin: string): NonNullable<BetterAuthOptions['advanced']> => {
	const secure = origin.startsWith('https:')
	return {
		cookiePrefix: getCookiePrefix(origin),
		// The library would write `__Secure-` in front; `__Host-` asks for more.
		useSecureCookies: false,
		defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'strict', path: '/' },
	}
}

/** Cookies that no other host can set or read over https; over http, on one's own machine, browsers refuse that name. */
export const getCookiePrefix = (origin: string): string =>
	origin.startsWith('https:') ? '__Host-thiqa' : 'thiqa'

const isClosed = async (db: PeopleQueries, userId: string): Promise<boolean> => {
	const person = await db
		.selectFrom('staff_user')
		.where('id', '=', userId)
		.select('disabled')
		.executeTakeFirst()
	return person?.disabled ?? true
}

/** Makes the instance for one address. */
export const createStaffAuth = ({ db, origin, secret, now }: StaffAuthOptions) =>
	betterAuth({
		appName: 'Thiqa',
		baseURL: origin,
		basePath: '/desk/auth',
		trustedOrigins: [origin],
		secret,
		database: { db, type: 'postgres' },
		telemetry: { enabled: false },
		logger: { disabled: true },
		// Limits by address would need addresses: what can be guessed is slowed down by account, in `sign-in/`.
		rateLimit: { enabled: false },
		...tables,
		session: {
			modelName: 'staff_session',
			fields: {
				...times,
				userId: 'user_id',
				expiresAt: 'expires_at',
				ipAddress: 'ip_address',
				userAgent: 'user_agent',
			},
			expiresIn: sessionAge / 1000,
			disableSessionRefresh: true,
			freshAge: 600,
		},
		advanced: {
			...getCookies(origin),
			ipAddress: { disableIpTracking: true },
			database: { generateId: () => randomUUID(), validateSchema: false },
		},
		databaseHooks: {
			session: {
				create: {
					before: async (session) => {
						if (await isClosed(db, session.userId)) throw new APIError('UNAUTHORIZED')
						const expiresAt = getSessionEnd(now(), now())
						return { data: { ...session, expiresAt, ipAddress: null, userAgent: null } }
					},
				},
			},
		},
		plugins: [
			passkey({
				rpID: new URL(origin).hostname,
				rpName: 'Thiqa',
				origin,
				authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
				schema: passkeyTable,
				...makePasskeyRules(db, now),
			}),
			sessionOpener,
		],
	})

export type StaffAuth = ReturnType<typeof createStaffAuth>
