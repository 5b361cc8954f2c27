const list = (words: string): string[] => [...new Set(words.trim().split(/\s+/u))]

/** First and family names as people type them: Latin letters, with the digits of Arabizi, Arabic, Tifinagh. Most common first. */
export const moroccanNames = list(`
	mohamed mohammed mo7amed mo7ammed simo med ahmed a7med youssef yousef yassine yasine yacine omar 3omar ayoub 3ayoub
	hamza 7amza anas othmane otman 3otman soufiane sofiane mehdi elmehdi bilal ilyas ilyass ilias reda rida zakaria zaka
	amine amin adam ali 3ali hassan 7assan hicham khalid karim said sa3id rachid aziz abdelaziz abdellah abdelah 3abdo abdo
	abderrahim abdelilah abdelkader abdelali abdelhak abdessamad mustapha mostafa mostapha driss idriss jamal kamal
	larbi brahim ibrahim ismail isma3il tarik tariq walid nabil mourad fouad jawad badr marouane marwane nizar oussama
	osama taha yahya saad sa3d sami samir rayan rayane haitam haytam ziad zyad aymane ayman imad 3imad noureddine
	salaheddine houssam hossam lahcen lhoussine el7oussine houcine 7oussine amghar idir anir aksel massin
	fatima fati fatiha fatimazahra fatimaezzahra fatizahra zahra khadija khadouj aicha 3aicha maryam meryem mariam salma
	imane iman 3imane hajar hajer hiba hind houda ghita ghizlane asmae asma asmaa sanae sanaa oumaima oumayma chaimae chaimaa
	chaima ikram ikrame kenza kawtar kaoutar ihssane ihsan nada nadia nora noura nour nouhaila nohaila rania rim rime
	sara sarah sofia soukaina sokaina wiam wissal yasmine yasmina zineb zaynab zayneb laila leila lina loubna malak manal
	siham samira rachida naima na3ima latifa karima hanane 7anane hayat 7ayat doha douae doua dounia fadwa ferdaous basma
	bouchra btissam ibtissam amal amina assia aya ayat oumnia rokaya rkia tilelli tiziri titrit thiziri illy sifaw
	alaoui alami idrissi benani bennani benjelloun tazi fassi elfassi berrada chraibi lahlou amrani elamrani bennis
	bouzidi bouazza cherkaoui filali hajji hamdaoui jabri kabbaj kettani lahbabi lamrani mansouri naciri ouazzani rahmani
	saidi sebti slaoui tahiri zemmouri ziani ouhaddou aitbrahim aithamou benali benmoussa boutaleb daoudi elkhattabi
	محمد أحمد احمد يوسف ياسين عمر أيوب ايوب حمزة أنس انس عثمان سفيان المهدي بلال إلياس الياس رضا زكرياء أمين امين آدم ادم علي
	حسن الحسن الحسين خالد كريم سعيد رشيد عزيز عبدالله عبدالرحمن عبد مصطفى إدريس ادريس جمال كمال إبراهيم ابراهيم إسماعيل
	طارق وليد نبيل مراد فؤاد جواد بدر مروان أسامة اسامة طه يحيى سعد سمير ريان زياد أيمن ايمن نورالدين
	فاطمة فاطمةالزهراء الزهراء خديجة عائشة عايشة مريم سلمى إيمان ايمان هاجر هبة هند هدى غيثة غزلان أسماء اسماء سناء أميمة اميمة شيماء
	إكرام اكرام كنزة كوثر إحسان ندى نادية نورة نور نهيلة رانيا ريم سارة صوفيا سكينة وئام ياسمين زينب ليلى لينا لبنى ملاك منال
	سهام سميرة رشيدة نعيمة لطيفة كريمة حنان حياة ضحى دعاء دنيا فدوى فردوس بسمة بشرى ابتسام أمل امل أمينة امينة آية اية رقية
	العلوي الإدريسي الادريسي بناني التازي الفاسي
	ⵎⵓⵃⴰⵎⵎⴷ ⵢⵓⵙⴼ ⴼⴰⴹⵎⴰ ⵉⴷⵉⵔ ⵜⵉⵍⵍⵉ ⴰⵏⵉⵔ`)

/** Clubs, players, cities and regions. */
export const moroccanPlaces = list(`
	raja rajaa rajacasablanca rajaclub rca rca1949 dimaraja wydad widad wydadi rajawi wac wac1937 dimawydad wydadcasablanca
	asfar asfarrabat farrabat blackarmy winners greenboys ultraeagles ultras hassania husa kawkab kacm moghreb mat berkane
	nahdaberkane rsb olympicsafi difaa dhj mouloudia mco irtanger ittihad fus fusrabat mas masfes dimamaghrib
	barca barsa barcelona realmadrid madrid real psg milan juve juventus liverpool chelsea arsenal manchester mancity
	messi leomessi ronaldo cristiano cr7 neymar mbappe hakimi bounou bono ziyech amrabat ennesyri ounahi boufal saiss
	diaz brahimdiaz regragui aguerd mazraoui lionsdelatlas atlaslions ousoud osoud kora koura
	maroc morocco maghrib lmaghrib almaghrib marocco marruecos casablanca casa casa6 rabat sale fes fez marrakech marrakesh
	meknes tanger tangier tetouan agadir oujda kenitra safi eljadida jadida mohammedia khouribga benimellal settat nador taza
	larache ksar khemisset berrechid khenifra guelmim errachidia ouarzazate tiznit taroudant inzegane essaouira alhoceima
	houceima chefchaouen chaouen ifrane azrou midelt zagora tinghir dakhla laayoune boujdour smara temara skhirat
	bouskoura derbsultan sidimoumen hayhassani haymohammadi ainchock anfa maarif sbata souss sous rif arif atlas sahara
	doukkala chaouia gharb tafilalt draa hayriad agdal guich gueliz massira rahma salmia
	المغرب مغرب الدارالبيضاء الدار البيضاء كازا الرباط سلا فاس مراكش مكناس طنجة تطوان أكادير اكادير وجدة القنيطرة آسفي اسفي الجديدة
	المحمدية خريبكة بني ملال سطات الناظور تازة العرائش الحسيمة شفشاون ورزازات الرشيدية تيزنيت تارودانت الصويرة الداخلة العيون
	الرجاء رجاء الرجاوي الوداد وداد الودادي ديما_مغرب الجيش الملكي ريال برشلونة ميسي رونالدو حكيمي بونو زياش
	ⵍⵎⵖⵔⵉⴱ ⵕⴱⴰⵟ ⴰⴳⴰⴷⵉⵔ ⴼⴰⵙ ⵎⵕⵕⴰⴽⵛ ⵟⴰⵏⵊⴰ ⵙⵓⵙ ⴰⵔⵉⴼ`)

/** Words of Darija in Latin letters and in Arabic, of Tamazight, and of school, phone and faith, as passwords hold them. */
export const moroccanWords = list(`
	salam slm salam3likom salamo3alaykom labas labass bslama marhba mer7ba hamdolah hamdoullah 7amdolah 7amdoulilah
	inchallah inchaallah incha2allah bismillah bismilah machallah subhanallah allah allahakbar rabbi ya_rabb yarabb yarab
	mama mma lwalida walida baba bba lwalid khouya khoya khti okhti weldi bnti hbiba 7biba hbibi 7bibi habibi 7abibi habiba
	zwina zwin ghzala ghzal zine zin 3omri omri hayati 7ayati rouhi ro7i 9albi qalbi nhabk nhebek kanbghik kanbrik knbghik
	twahachtk bghit bghitk wa7ed wahed jouj tlata rb3a khamsa setta seb3a tmenya tes3od 3achra mia alf
	wa3er wa3ra mzyan mezyan bzaf bezaf chwiya daba dima ghir walo walou walakin 3lach alach kifach chno achno fin mnin
	kayn makaynch safi yallah yalah hya nta nti ana 7na 3ndi 3andi chkon chkoun dar darna lwa9t waqt flouss flous drahm
	dirham carta cart solde recharge tilifoun telefon tel wifi code lcode motdepasse motdepass modepasse mdp passe
	lmadrasa madrasa lycee college prof oustad ostad bac bac2024 bac2025 bac2026 sma7 smahli nsit mansitch mabghitch
	9ahwa qahwa atay atai tajine tagine couscous kesksou harira pastilla bastila msemen baghrir khobz zit zitoun
	kalb 9ett qett mouch mouka jmel 3awd hmar sbe3 asad ward warda yasmin chams qamar 9amar njoum nejma nejm bhar lbhar
	freefire frifayr pubg fortnite roblox minecraft gamer gaming noob pro king queen lmalik malika amir amira lboss boss
	azul ayyuz tanmirt amazigh amazighi tamazight imazighen tamazirt tudert tilelli agdal igider izem izm tafukt ayyur itri
	awal tayri ul inu baba yemma gma ultma argaz tamghart
	السلام سلام عليكم مرحبا الله الحمدلله الحمد لله إنشاءالله انشاءالله بسمالله بسم ماشاءالله سبحانالله ربي يارب
	ماما بابا أمي امي أبي ابي خويا ختي حبيبي حبيبتي حبيبة عمري قلبي حياتي روحي نحبك كنبغيك زوينة الزين واعر
	كلمةالسر كلمة السر كلمةسر كود رمز هاتف تيليفون مدرسة المدرسة استاذ أستاذ باك
	ورد وردة ياسمين شمس قمر نجمة بحر أسد اسد قطة قهوة اتاي أتاي كسكس
	ⴰⵣⵓⵍ ⵜⴰⵏⵎⵎⵉⵔⵜ ⵉⵎⴰⵣⵉⵖⵏ ⴰⵎⴰⵣⵉⵖ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵢⵔⵉ ⵜⴰⴼⵓⴽⵜ ⵉⵜⵔⵉ ⵉⵣⵎ`)
