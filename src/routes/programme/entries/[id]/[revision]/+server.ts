import { takePut } from '#server/public/programme/entries'
import type { RequestHandler } from './$types'

/** Takes one revision of a session from whoever has a link. */
export const PUT: RequestHandler = ({ request, params }) => takePut(request, params)
