import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as v from 'valibot'

/** Opens a session for a person whose passphrase and code were right. It has no address: only the server can call it. */
export const sessionOpener = {
	id: 'session-opener',
	endpoints: {
		openSession: createAuthEndpoint.serverOnly(
			{ method: 'POST', body: v.object({ personId: v.string() }) },
			async (ctx) => {
				const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
				if (!user) throw new APIError('UNAUTHORIZED')
				const session = await ctx.context.internalAdapter.createSession(user.id)
				await setSessionCookie(ctx, { session, user })
				return ctx.json({ id: session.id })
			},
		),
	},
} satisfies BetterAuthPlugin
