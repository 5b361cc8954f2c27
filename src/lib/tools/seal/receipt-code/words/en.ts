/** 1,024 words of English, each for ten bits by its place. Frozen: a receipt on paper counts on the places. */
export const words = `
about above acid acorn across active actor adapt advice agree airport aisle alert alike alley almond
alpine always amaze amber amuse anchor angle answer antler anvil anyone appear apple april apron
arena arise armchair around arrive arrow artist ask aspen aster atom attend attic audio august aunt
author autumn avocado award awhile axle azure baby bagel baker balcony ballet bamboo banana banjo
bank barley baron basil bazaar beacon bean beauty beaver become beehive begin behind below belt
bench berry beside better beyond bicycle bingo birch blanket blend blink bloom blossom board boat
bonus book botany bottle bounce branch bread breeze brick bridge bright brother brown brush bubble
bucket buffalo bugle build bulb bundle bunny burger burrow bus bushel button buyer buzzard cabbage
cabin chair cake chalk camel champion candy channel canteen canvas chapter caravan card career
carpet carrot castle casual catalog cedar cheer cheese celery cello center cereal chess chestnut
chick child chin circle citizen city classic clay clean clever cliff climb cloak cloud coast cobalt
cobweb cocoa coffee collar colour comb comet comfort comic common compass connect copper coral
corner chorus cosmos cotton couch county cover chowder cozy cradle crane create creek cricket crisp
crop cruise crystal cuckoo cup curious current curtain curve cushion custom cypress daisy dance
daring daughter dawn day debate decide deep degree delight delta denim dentist depth design desk
develop devote dew dialog diamond diary digit dish diver divide doctor dolphin donate door double
dough dove dozen drawer dream dress drive drum dryer duck duet duty each eager eagle early earring
earth easel easy echoes edge editor eel egg elastic elbow elder element eleven elm emerald emu
endless energy engage engine enjoy enough entire entry epic episode equal eraser errand essay estate
evening evident example excite exhibit explore extra eyebrow fabric face factory faith falcon family
famous fancy farm fast faucet favor feather fence fern fiber fiddle field fiesta fifteen fig final
finch finger finish firefly first flag flask fleece flex flint float flock floor flower fluent foam
folder food forest formal fort forward fossil fox frame freckle freedom freight fresh friday friend
fringe frog frost frozen fudge full funnel furnish future gadget galaxy gallop garden garlic garnet
gate gather gecko gem general genius gentle gesture giant gift giggle giraffe glacier glad glass
glide glove glow glue goal goggles gold goose grandma grape gravity great green grid grill grocery
group guava guess guitar gulf guru hairdo half hammock handle happy harbor harmony harp harvest
hasty hat hawk hazel head healthy heart height helmet hen hero hickory hike hill hinge hint hippo
history hobby hockey holiday home honey hoof horn horse hour huge human humor hundred hurry hydrant
ice icicle icon idea igloo improve include inform ink inland inner insect inside inspire intend
invent item itself ivory ivy jacket jam january jasmine jeans jelly jersey jetty jewel jigsaw join
joke jovial joy jubilee judo juggle juice july jump june junior just keen keeper kelp kennel kettle
kind kinetic kingdom kiosk kitchen kite knee knight knot label ladder ladle lagoon lamb land lantern
laptop larch laser laundry laugh leaf league learn leek left legend lemon lemur length lens lentil
lesson lettuce level liberty library lid life lilac lily limit linen liquid listen little lizard
light llama lobster lodge lofty logic lolly looking loop lounge lovely loyal lucky luggage lullaby
lunar lunch lupin lush lyric magenta magic magnet maize mango manner manor map maple marble margin
marina market marmot marsh mature maximum meadow medal meet melody member memory mend mentor merit
meteor method midnight million mingle mirror mist mitten mixer mighty modern monday monkey month
moon morning mosaic moss mother motion motor motto mouse movie much muffin museum music mustard
mutual myrtle mystery name napkin nation natural neat neck needle nephew news nickel nimble nine
noodle north nose novel nugget number nurse nut nutmeg nylon oak object oboe observe obtain offer
often omelet onion onward onyx open optic orbit orchard order organ origin oriole ornate ostrich
otter outfit oval owl oxygen oyster pact paint palace palm panel papaya paper parcel park party
pasta path patio patrol peace peanut pearl pebble pencil people pepper period person petal phone
pickle picnic pillow pipe pitch plain plank plate plaza plenty plot plum plural pocket poem polar
polite pollen ponder pony pool porch post potato praise prefer pretty prism prize proper proud
puddle pulley pulse puma pupil puppet pure purple quail quartz queen quest queue quick quiet quill
quince quote rabbit radar radish raft rail rally range rapid raven ready real recipe reef region
relay remark remote renew repair reply report rest result return review reward rhyme rhythm ribbon
rich ring rinse ripple road robin roller room rope rotate ruby rudder rug ruler runner saddle salad
salmon salt sample sandal satchel satin saucer scale scarf scenic scholar score screen scroll sea
search season second seed seesaw select senior sense serene series seven shade sheep shelf shine
ship shoe short shovel shrub silent silk silver since sister skate sketch skill skirt sky sleeve
slice slogan slope small smart smile smooth snack snail snap snow soccer social sock sofa soil solid
solve song sonnet sound soup south space speak speech spinach spiral splash spoon spring sprout
spruce stable staff stage stair stamp stay steam step stone stool story straw street strong subway
sudden sugar suit summer sun sunday survey swan sweet swift swim swing switch symbol syrup system
tablet tailor tall tape target tart taste teacher teapot teddy tender tent term thank theory thirty
thread thrive thumb tiger timber time tiny tiptoe tissue title today tomato tongue tooth topaz topic
tower town track travel tray tree trend trip trophy trout trunk truth tulip tuna tundra turn turtle
tutor tweed twelve twenty twice twig two ultra uncle under unify unit upbeat update upper upright
urban urchin useful usual utmost vacuum valid value vapor velvet venue verb verse vessel video view
villa violin virtue visit vital vivid voice vowel waffle waist walnut walrus waltz wander washer
watch water wave wax wealth whale wharf wheat wheel white wicker wide window winter wisdom witty
work world woven wrap wreath wren writer khaki yarn year yeast yellow yodel yogurt yolk young zebra
zipper
`
	.trim()
	.split(/\s+/u)
