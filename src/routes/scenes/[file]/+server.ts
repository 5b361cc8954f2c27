import { makeSceneFile, sceneFileNames } from '#domains/scenes/server'
import { findLoopFile, loopFileNames } from '#domains/scenes/loops/server'
import { derbSheetNames, findDerbSheet } from '#domains/derb/server'
import { findHubSheet, hubSheetNames } from '#server/public/ways/hub-sheet'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	[...sceneFileNames, ...loopFileNames, ...hubSheetNames, ...derbSheetNames].map((file) => ({ file }))

/** A picture as a file, one that moves, or those of a hub in one: pages show it, paper and partners can take it. */
export const GET: RequestHandler = ({ params }) => {
	const { file } = params
	const svg = makeSceneFile(file) ?? findLoopFile(file) ?? findHubSheet(file) ?? findDerbSheet(file)
	if (svg === undefined) error(404, 'page.not-found')
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
