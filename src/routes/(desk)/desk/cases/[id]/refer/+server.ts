import { deskActs } from '#server/acts/desk-acts'

export const { POST } = deskActs['/desk/cases/[id]/refer']
