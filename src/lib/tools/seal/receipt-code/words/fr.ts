/** 1,024 words of French, each for ten bits by its place. Frozen: a receipt on paper counts on the places. */
export const words = `
abeille abricot acacia accès accord accueil acier acompte acquis acteur actif actuel adieu adjoint
admirer adresse adroit affaire affiche agneau agrafe agrume aile aimant ainsi air ajout ajuster
algue aliment aller allumer alpin alto amande amarre amical amitié amont ampoule amusant analyse
ananas âne anis année anorak antenne aperçu apogée appel apport aqueduc arbitre arbre ardoise arène
argan argent argile armoire arôme arpège arrêt arrivée artiste aspect assez astre atelier attaché
attente attrait aube audace aussi autour autruche avant avenir averse aviron avocat avoine avril
azur bagage baie balai balcon baleine bambou banane banc banquet baobab barbe barème barque bascule
basilic bassin bateau bavard bazar bébé beignet bélier bémol berceau bergère besace besoin bétail
béton beurre biberon bidon bien bijou bilan billet bitume bizarre blague bleu blond blouse bobine
bocal boîte bol bonbon bonheur bonjour bordure bosquet boucle bougie branche bravo brebis bref
brevet brioche brique brise brochet brosse brume brun bruyère buffet buisson bulle bureau cabane
cabri cacao cadence cadran café cahier caillou caisse calcul chaleur calme chambre chameau camion
camphre canapé candeur caneton canne chanson cantine capable chapitre capot capsule capuche carafe
chariot carnet carotte carreau carton cascade casque castor chat chaud cause cèdre céleri cellule
chêne chenille céréale cerf cerise cerveau cheval cheveu cible ciel chiffre cigale cigogne ciment
chimie cinq cintre cirage circuit cire cirque ciseau citerne citron civet clapet clarté classe
clavier clé climat cloche clou chocolat chœur choix colis colle colombe combien comète comique
commode compas confort congé connu conseil contour copain copie coq corail corbeau cordon corne
cortège côte coton coude couleur court couture couvert crabe crapaud cravate crème crin cristal
crocus chrono croquis cuiller cuir cuisine cuivre cumin curieux curry cuve cygne cymbale cyprès
dahlia damier danse date dauphin débat debout déclic dédale défilé degré dehors délice demain
demeure demi départ dessin détente détour deux devant devoir diamant dictée dièse digital dimanche
dindon dîner diode diplôme disque divan divers dix dizaine docile docteur doigt dolmen domaine
donjon dorade doré dormeur dossier douane douceur douze dragée drap drôle ducat duel duo durable eau
ébauche ébène échange écart échasse échelle éclat école écorce écran écrire écrou écume édifice
éditeur effet égal élan élève élite émail emblème embrun empire emploi enclos encre endive endroit
énergie enfant énigme enjeu énorme entier entrée environ épargne épaule éperon épi épice épinard
éponge épopée époque équipe érable escale espace espoir esprit essai essence essor est estime
estrade étagère étang étape été éternel étoffe étoile étrange étude étui évasé éveil évier examen
exemple exploit expo extrait façade facette facile faïence faisan falaise famille fanfare fanion
fardeau farine faucon faune faveur félin femme fenêtre fenouil fer fertile feuille feutre fève
février fibre ficelle fidèle figue filet filière filtre fin finale flacon flair flamme flèche fleur
flore fluide foire fois fondue force forêt format forum fossile fougère foulard fourmi foyer frais
franc frégate frein frère fresque friand frigo froid fromage fusain fusée futur gagner gai galaxie
galerie galop gamelle gamin gant garçon gardien gare gauche gaufre gazon gencive gendre génie genou
gentil gerbe geste girafe girolle gîte givre glace gomme gondole gorge goudron goût granit grappe
gratuit gravier grenier griffe grillon grive grotte groupe guêpe guidon guitare gymnase habile halte
hamac hanche hangar haricot harpe hasard haut héros hêtre heureux hibou hier honnête hôpital horloge
houle housse huile huître humeur hutte ibis idée iguane immense indice infini insecte intérêt ivoire
jambe janvier jardin jarre jasmin jean jeu jeudi jeune joli jouet jour joyau joyeux juillet juin
jumeau jupe jus juste kaki karaté kimono kiosque lac lacet lagune lait lama lampe landau lavabo
leçon léger légume lettre levure lézard liane liberté licorne lièvre lilas limpide linge liquide lis
liseuse litre logis loin loisir loup loutre luciole lueur luge lumière lundi lunette lustre luth
lutin lycée lynx lyre maçon madame magasin magie maison maître majeur malle maman manège mangue
manteau marais mardi marée marin marmite marron mars matelas matière mauve mécano médecin méduse
mélange mélisse mélodie membre mémoire menthe merci mère mérite mesure météo métier meuble meunier
micro midi miette mignon mil milieu mince minuit miroir modèle moineau moisson moitié monde monter
morceau moteur moto mouche mouette moulin mouton moyen muguet mule mur mûrier murmure muscade museau
musique mystère nacre nageur naïf nappe natte navet navire neige neuf nez niche nid niveau noir nom
nombre nord nota notre nougat nouille nouveau nuage nuance nuit numéro nuque objet oblique ocre
octobre odeur offre oie ongle onze opale optique orage ordre orgue orient origan orme orteil ortie
oseille osier otarie ouate ouest ourlet ours outil ouvrage ovni paille pain paire palais palette
palier panneau papaye paquet parc pardon parent parfum paroi partage passage patate patrie paume
pavé pays pêche peigne peintre pelouse pendule pensée pente pépin période perle permis perron persil
pétale petit peuple phare phoque pied pierre pilote pinceau pinson pioche pion pipeau pirogue
piscine piste pivert pivoine plafond plage plaine plante plaque plat plein plomb pluie plus pneu
poêle poésie poignée poireau poivre pomelo pompon poney pot potager poterie potiron poudre poulain
poumon poupée poussin pouvoir prénom presse preuve prix produit profil progrès projet propre proue
prune puits pulpe punaise pupitre purée pyjama quai qualité quart quatre quiche quille quinze quota
rabot racine radis rallye rang rapace râpe rapide rayon rebond récif récolte réel refuge regard
régime règle reine relief remède remise rendez repas réseau revue rideau rigole rime riz robe roi
roman ronce rond rosée rotin rouge roux ruban rubis ruche ruelle rugby rythme sable safran salade
salut samedi sapin saumon savane savon séance sec seigle selle sens sept série sésame seuil siècle
siège sieste sillon sirop sobre socle soif soleil solide solo sommet son sorte sorgho souple souris
sphère stade store stylo subtil succès sucre sud suite sujet super sympa talon tamis tante tard
tasse taupe télé temps terme texte thé thon thym tige timbre timide tissu toit tomate topaze tortue
totem toupie trace trèfle treize trente trésor tribu tricot trio tronc truite tuba tulipe turbo
tuteur tuyau type unité usine utile vache valet vallée valse vapeur vaste vélo vent verger vernis
verre vers viande vide vif vigne ville vingt violon visage visite vivant voile voisin volant volcan
voûte vrai vue yaourt yoga yourte zèbre zébu
`
	.trim()
	.split(/\s+/u)
