import type { PlaceName, Scene } from '../scene-data.ts'
import type { Layers } from './ground.ts'
import * as inside from './inside.ts'
import * as outside from './outside.ts'

const drawings: Record<PlaceName, (scene: Scene) => Layers> = {
	salon: inside.drawSalon,
	bedroom: inside.drawBedroom,
	roof: outside.drawRoof,
	derb: outside.drawDerb,
	hanout: outside.drawHanout,
	classroom: inside.drawClassroom,
	yard: outside.drawYard,
	terrain: outside.drawTerrain,
	taxi: outside.drawTaxi,
	kitchen: inside.drawKitchen,
	office: inside.drawOffice,
	plain: inside.drawPlain,
}
/** The place of a scene. */
export const drawPlace = (scene: Scene): Layers => drawings[scene.place](scene)
