import { beginPasskey } from '#server/acts/account/passkeys'
import { deskActs } from '#server/acts/desk-acts'

export const GET = beginPasskey
export const { POST } = deskActs['/desk/auth/[...path]']
