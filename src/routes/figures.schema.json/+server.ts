import { openFiguresSchema } from '#server/public/figures'
import type { RequestHandler } from './$types'

export const prerender = true

/** JSON Schema of `figures.json`. */
export const GET: RequestHandler = () => Response.json(openFiguresSchema)
