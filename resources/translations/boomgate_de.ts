<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>Boomgate</name>
        <message>
            <source>A PIN has at least {digits} digits.</source>
            <translation>Eine PIN hat mindestens {digits} Ziffern.</translation>
        </message>
        <message>
            <source>A car came the wrong way</source>
            <translation>Ein Auto kam aus der falschen Richtung</translation>
        </message>
        <message>
            <source>A car does not move under the open boom</source>
            <translation>Ein Auto steht unter der offenen Schranke</translation>
        </message>
        <message>
            <source>A car drove through without permission</source>
            <translation>Ein Auto fuhr ohne Freigabe durch</translation>
        </message>
        <message>
            <source>A card payment is running for this ticket. Wait for its outcome.</source>
            <translation>Für dieses Ticket läuft eine Kartenzahlung. Bitte warten Sie das Ergebnis ab.</translation>
        </message>
        <message>
            <source>A loop does not change</source>
            <translation>Eine Schleife ändert sich nicht</translation>
        </message>
        <message>
            <source>A payment has no clear outcome</source>
            <translation>Eine Zahlung ist ungeklärt</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>After a test</source>
            <translation>Nach einem Test</translation>
        </message>
        <message>
            <source>All barriers are open.</source>
            <translation>Alle Schranken sind offen.</translation>
        </message>
        <message>
            <source>Already paid</source>
            <translation>Bereits bezahlt</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>Answer help</source>
            <translation>Hilferuf annehmen</translation>
        </message>
        <message>
            <source>Answers nonsense</source>
            <translation>Antwortet unverständlich</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>Genehmigung</translation>
        </message>
        <message>
            <source>Are you still there?</source>
            <translation>Sind Sie noch da?</translation>
        </message>
        <message>
            <source>At the booth</source>
            <translation>An der Kasse</translation>
        </message>
        <message>
            <source>Attendant</source>
            <translation>Kassenkraft</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back to normal</source>
            <translation>Wieder normal</translation>
        </message>
        <message>
            <source>Bad print</source>
            <translation>Schlecht gedruckt</translation>
        </message>
        <message>
            <source>Began again after an error</source>
            <translation>Nach einem Fehler neu begonnen</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>Gebucht</translation>
        </message>
        <message>
            <source>Bookings can still enter.</source>
            <translation>Buchungen dürfen noch einfahren.</translation>
        </message>
        <message>
            <source>Bookings can still enter. Otherwise, please back out.</source>
            <translation>Nur mit Buchung. Sonst bitte zurücksetzen.</translation>
        </message>
        <message>
            <source>Boom broken off</source>
            <translation>Schranke abgebrochen</translation>
        </message>
        <message>
            <source>Boom closed</source>
            <translation>Schranke zu</translation>
        </message>
        <message>
            <source>Boom moving</source>
            <translation>Schranke bewegt sich</translation>
        </message>
        <message>
            <source>Boom open</source>
            <translation>Schranke offen</translation>
        </message>
        <message>
            <source>Boom sensors contradict</source>
            <translation>Schrankensensoren widersprechen sich</translation>
        </message>
        <message>
            <source>Boom stuck</source>
            <translation>Schranke klemmt</translation>
        </message>
        <message>
            <source>Booth</source>
            <translation>Kasse</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>COPY</source>
            <translation>KOPIE</translation>
        </message>
        <message>
            <source>Call somebody</source>
            <translation>Jemanden rufen</translation>
        </message>
        <message>
            <source>Calling</source>
            <translation>Ruft</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>Wird abgebrochen</translation>
        </message>
        <message>
            <source>Cannot give change</source>
            <translation>Kein Wechselgeld</translation>
        </message>
        <message>
            <source>Car does not move</source>
            <translation>Auto fährt nicht</translation>
        </message>
        <message>
            <source>Car is there</source>
            <translation>Auto ist da</translation>
        </message>
        <message>
            <source>Car waiting</source>
            <translation>Auto wartet</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Card did not work</source>
            <translation>Karte ging nicht</translation>
        </message>
        <message>
            <source>Card or phone</source>
            <translation>Karte oder Handy</translation>
        </message>
        <message>
            <source>Card payments cannot be reached</source>
            <translation>Kartenzahlung nicht erreichbar</translation>
        </message>
        <message>
            <source>Card terminal</source>
            <translation>Kartenleser</translation>
        </message>
        <message>
            <source>Card: no answer</source>
            <translation>Karte: keine Antwort</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Bar</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>Kasse</translation>
        </message>
        <message>
            <source>Centre disagrees: call the technician</source>
            <translation>Zentrale widerspricht: Technik rufen</translation>
        </message>
        <message>
            <source>Centre down</source>
            <translation>Zentrale aus</translation>
        </message>
        <message>
            <source>Centre: all sent, {ago} ago</source>
            <translation>Zentrale: alles gesendet, vor {ago}</translation>
        </message>
        <message>
            <source>Centre: all sent, {seconds} s ago</source>
            <translation>Zentrale: alles gesendet, vor {seconds} s</translation>
        </message>
        <message>
            <source>Centre: connected</source>
            <translation>Zentrale: verbunden</translation>
        </message>
        <message>
            <source>Centre: sending {count}</source>
            <translation>Zentrale: sende {count}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Rückgeld</translation>
        </message>
        <message>
            <source>Change given</source>
            <translation>Rückgeld gegeben</translation>
        </message>
        <message>
            <source>Change mode</source>
            <translation>Modus ändern</translation>
        </message>
        <message>
            <source>Charged, no answer</source>
            <translation>Abgebucht, keine Antwort</translation>
        </message>
        <message>
            <source>Check the code, or press Help.</source>
            <translation>Code prüfen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Wird geprüft</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Clock is right</source>
            <translation>Uhr stimmt</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Closed to all</source>
            <translation>Für alle geschlossen</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Schließt</translation>
        </message>
        <message>
            <source>Closing time</source>
            <translation>Betriebsschluss</translation>
        </message>
        <message>
            <source>Come back later, or take a ticket.</source>
            <translation>Später kommen oder ein Ticket ziehen.</translation>
        </message>
        <message>
            <source>Complaint accepted</source>
            <translation>Beschwerde anerkannt</translation>
        </message>
        <message>
            <source>Connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <source>Cover is open</source>
            <translation>Deckel ist offen</translation>
        </message>
        <message>
            <source>Daily cap</source>
            <translation>Tageshöchstpreis</translation>
        </message>
        <message>
            <source>Daily cap × {days}</source>
            <translation>Tageshöchstpreis × {days}</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Beschädigt</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Declined card</source>
            <translation>Karte abgelehnt</translation>
        </message>
        <message>
            <source>Delete the last digit</source>
            <translation>Letzte Ziffer löschen</translation>
        </message>
        <message>
            <source>Delivery or emergency</source>
            <translation>Lieferung oder Notfall</translation>
        </message>
        <message>
            <source>Demo: the PIN is {pin}</source>
            <translation>Demo: Die PIN ist {pin}</translation>
        </message>
        <message>
            <source>Device out of order</source>
            <translation>Gerät defekt</translation>
        </message>
        <message>
            <source>Do not charge again. It is being asked.</source>
            <translation>Nicht erneut abbuchen. Es wird nachgefragt.</translation>
        </message>
        <message>
            <source>Do not drive in.</source>
            <translation>Nicht einfahren.</translation>
        </message>
        <message>
            <source>Does not answer</source>
            <translation>Antwortet nicht</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ab</translation>
        </message>
        <message>
            <source>Drive in</source>
            <translation>Einfahren</translation>
        </message>
        <message>
            <source>Drive out</source>
            <translation>Ausfahren</translation>
        </message>
        <message>
            <source>Drive out now.</source>
            <translation>Jetzt ausfahren.</translation>
        </message>
        <message>
            <source>Driver changed their mind</source>
            <translation>Fahrer hat es sich anders überlegt</translation>
        </message>
        <message>
            <source>Driver lost it</source>
            <translation>Fahrer hat es verloren</translation>
        </message>
        <message>
            <source>Earlier paper</source>
            <translation>Früheres Papier</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>Notfall</translation>
        </message>
        <message>
            <source>End evacuation</source>
            <translation>Räumung beenden</translation>
        </message>
        <message>
            <source>End keep open</source>
            <translation>Offenhalten beenden</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>Eingefahren</translation>
        </message>
        <message>
            <source>Entered {at} · {at:date}</source>
            <translation>Eingefahren {at} · {at:date}</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Veranstaltung</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Passend</translation>
        </message>
        <message>
            <source>Exceptions: {count}</source>
            <translation>Ausnahmen: {count}</translation>
        </message>
        <message>
            <source>Exit</source>
            <translation>Ausfahrt</translation>
        </message>
        <message>
            <source>Exit pass</source>
            <translation>Ausfahrtschein</translation>
        </message>
        <message>
            <source>False alarm</source>
            <translation>Fehlalarm</translation>
        </message>
        <message>
            <source>Fault repaired</source>
            <translation>Störung behoben</translation>
        </message>
        <message>
            <source>Faults: {count}</source>
            <translation>Störungen: {count}</translation>
        </message>
        <message>
            <source>Fire alarm</source>
            <translation>Feueralarm</translation>
        </message>
        <message>
            <source>Fire service gave the all-clear</source>
            <translation>Feuerwehr gab Entwarnung</translation>
        </message>
        <message>
            <source>Fire: open</source>
            <translation>Feuer: offen</translation>
        </message>
        <message>
            <source>First {minutes} min free</source>
            <translation>Erste {minutes} Min. frei</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Frei</translation>
        </message>
        <message>
            <source>Free: {count}</source>
            <translation>Frei: {count}</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>Besetzt</translation>
        </message>
        <message>
            <source>Garage</source>
            <translation>Garage</translation>
        </message>
        <message>
            <source>Garage is full</source>
            <translation>Garage ist voll</translation>
        </message>
        <message>
            <source>Gate board</source>
            <translation>Schrankensteuerung</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>Gegeben</translation>
        </message>
        <message>
            <source>Good card</source>
            <translation>Gute Karte</translation>
        </message>
        <message>
            <source>Goodbye</source>
            <translation>Auf Wiedersehen</translation>
        </message>
        <message>
            <source>Goodbye, drive safely</source>
            <translation>Auf Wiedersehen, gute Fahrt</translation>
        </message>
        <message>
            <source>Have your ticket ready.</source>
            <translation>Halten Sie Ihr Ticket bereit.</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Hold it flat and still, or type it in.</source>
            <translation>Flach und ruhig halten oder eintippen.</translation>
        </message>
        <message>
            <source>Hold it to the card reader</source>
            <translation>An den Kartenleser halten</translation>
        </message>
        <message>
            <source>Hold the code to the reader, or type it</source>
            <translation>Code an den Leser halten oder eintippen</translation>
        </message>
        <message>
            <source>Hold this code to the reader at the exit.</source>
            <translation>Diesen Code an der Ausfahrt an den Leser halten.</translation>
        </message>
        <message>
            <source>Hold your card or phone to the reader</source>
            <translation>Karte oder Handy an den Leser halten</translation>
        </message>
        <message>
            <source>Hold your ticket to the reader</source>
            <translation>Ticket an den Leser halten</translation>
        </message>
        <message>
            <source>I have a booking</source>
            <translation>Ich habe gebucht</translation>
        </message>
        <message>
            <source>IOU</source>
            <translation>Schuldschein</translation>
        </message>
        <message>
            <source>In the slot: take it</source>
            <translation>Im Schlitz: bitte nehmen</translation>
        </message>
        <message>
            <source>In your hand: {place} of {count}</source>
            <translation>In Ihrer Hand: {place} von {count}</translation>
        </message>
        <message>
            <source>It stands under the square</source>
            <translation>Er steht unter dem Quadrat</translation>
        </message>
        <message>
            <source>Keep it there until the reader beeps.</source>
            <translation>Bis zum Signalton dort halten.</translation>
        </message>
        <message>
            <source>Keep it with you. You pay with it before you leave.</source>
            <translation>Behalten Sie es. Damit zahlen Sie vor der Ausfahrt.</translation>
        </message>
        <message>
            <source>Keep open</source>
            <translation>Offen halten</translation>
        </message>
        <message>
            <source>Kept open</source>
            <translation>Offen gehalten</translation>
        </message>
        <message>
            <source>Lane is stuck</source>
            <translation>Spur hängt</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>Spuren</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <source>Late answer</source>
            <translation>Späte Antwort</translation>
        </message>
        <message>
            <source>Later paper</source>
            <translation>Späteres Papier</translation>
        </message>
        <message>
            <source>Leave by</source>
            <translation>Ausfahrt bis</translation>
        </message>
        <message>
            <source>Leave by this time</source>
            <translation>Bis dahin ausfahren</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Ausgefahren</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Loop A does not change</source>
            <translation>Schleife A ändert sich nicht</translation>
        </message>
        <message>
            <source>Loop A stuck</source>
            <translation>Schleife A hängt</translation>
        </message>
        <message>
            <source>Loop A {level}</source>
            <translation>Schleife A {level}</translation>
        </message>
        <message>
            <source>Loop B does not change</source>
            <translation>Schleife B ändert sich nicht</translation>
        </message>
        <message>
            <source>Loop B {level}</source>
            <translation>Schleife B {level}</translation>
        </message>
        <message>
            <source>Loop does not see the car</source>
            <translation>Schleife erkennt das Auto nicht</translation>
        </message>
        <message>
            <source>Lost ticket</source>
            <translation>Ticket verloren</translation>
        </message>
        <message>
            <source>Machine kept it</source>
            <translation>Automat hat es behalten</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>Wartung</translation>
        </message>
        <message>
            <source>Make something go wrong</source>
            <translation>Etwas schiefgehen lassen</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modus</translation>
        </message>
        <message>
            <source>Motorcycle</source>
            <translation>Motorrad</translation>
        </message>
        <message>
            <source>Moving</source>
            <translation>Bewegt sich</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Braucht Sie</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>Netto</translation>
        </message>
        <message>
            <source>Never got one</source>
            <translation>Nie eines bekommen</translation>
        </message>
        <message>
            <source>New car</source>
            <translation>Neues Auto</translation>
        </message>
        <message>
            <source>Nil exit</source>
            <translation>Ausfahrt ohne Zahlung</translation>
        </message>
        <message>
            <source>No centre</source>
            <translation>Keine Zentrale</translation>
        </message>
        <message>
            <source>No exceptions</source>
            <translation>Keine Ausnahmen</translation>
        </message>
        <message>
            <source>No faults</source>
            <translation>Keine Störungen</translation>
        </message>
        <message>
            <source>No gate board</source>
            <translation>Keine Schrankensteuerung</translation>
        </message>
        <message>
            <source>No lanes are set up.</source>
            <translation>Es sind keine Spuren eingerichtet.</translation>
        </message>
        <message>
            <source>No money at hand</source>
            <translation>Kein Geld dabei</translation>
        </message>
        <message>
            <source>No paper</source>
            <translation>Kein Papier</translation>
        </message>
        <message>
            <source>No paper yet</source>
            <translation>Noch kein Papier</translation>
        </message>
        <message>
            <source>No shift open</source>
            <translation>Keine Schicht offen</translation>
        </message>
        <message>
            <source>No ticket on the counter</source>
            <translation>Kein Ticket in Arbeit</translation>
        </message>
        <message>
            <source>No ticket?</source>
            <translation>Kein Ticket?</translation>
        </message>
        <message>
            <source>No tickets</source>
            <translation>Keine Tickets</translation>
        </message>
        <message>
            <source>No tickets right now</source>
            <translation>Zurzeit keine Tickets</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Nicht verbunden</translation>
        </message>
        <message>
            <source>Not enough: {missing} missing</source>
            <translation>Zu wenig: {missing} fehlen</translation>
        </message>
        <message>
            <source>Not wired</source>
            <translation>Nicht verdrahtet</translation>
        </message>
        <message>
            <source>Nothing to pay</source>
            <translation>Nichts zu zahlen</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Offline, {count} waiting</source>
            <translation>Offline, {count} warten</translation>
        </message>
        <message>
            <source>One car only, please.</source>
            <translation>Bitte nur ein Auto.</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>Einen Moment</translation>
        </message>
        <message>
            <source>Only a person can end the evacuation.</source>
            <translation>Nur ein Mensch kann die Räumung beenden.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Open once</source>
            <translation>Einmal öffnen</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>Öffnet</translation>
        </message>
        <message>
            <source>Other charges</source>
            <translation>Weitere Gebühren</translation>
        </message>
        <message>
            <source>Other reason, or a note</source>
            <translation>Anderer Grund oder Notiz</translation>
        </message>
        <message>
            <source>Otherwise we start again from the beginning.</source>
            <translation>Sonst beginnen wir von vorn.</translation>
        </message>
        <message>
            <source>Our fault</source>
            <translation>Unser Fehler</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Außer Betrieb</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Betreiber</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>PIN of {name}</source>
            <translation>PIN von {name}</translation>
        </message>
        <message>
            <source>PIN, at least {digits} digits</source>
            <translation>PIN, mindestens {digits} Ziffern</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Bezahlt</translation>
        </message>
        <message>
            <source>Paid at another till</source>
            <translation>An einer anderen Kasse bezahlt</translation>
        </message>
        <message>
            <source>Paid before</source>
            <translation>Vorher bezahlt</translation>
        </message>
        <message>
            <source>Paid now</source>
            <translation>Jetzt bezahlt</translation>
        </message>
        <message>
            <source>Paid, open {lane}</source>
            <translation>Bezahlt, {lane} öffnen</translation>
        </message>
        <message>
            <source>Paid. Leave by {time}.</source>
            <translation>Bezahlt. Ausfahrt bis {time}.</translation>
        </message>
        <message>
            <source>Paper is low</source>
            <translation>Papier geht zur Neige</translation>
        </message>
        <message>
            <source>Paper out</source>
            <translation>Papier leer</translation>
        </message>
        <message>
            <source>Parking</source>
            <translation>Parken</translation>
        </message>
        <message>
            <source>Pay another way</source>
            <translation>Anders bezahlen</translation>
        </message>
        <message>
            <source>Paying by card</source>
            <translation>Zahlt mit Karte</translation>
        </message>
        <message>
            <source>Paying does not work right now</source>
            <translation>Zahlen geht gerade nicht</translation>
        </message>
        <message>
            <source>Payment still due</source>
            <translation>Zahlung noch offen</translation>
        </message>
        <message>
            <source>Payment unclear</source>
            <translation>Zahlung ungeklärt</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>Kennzeichen</translation>
        </message>
        <message>
            <source>Please come back later.</source>
            <translation>Bitte kommen Sie später wieder.</translation>
        </message>
        <message>
            <source>Please do not hold your card to the reader.</source>
            <translation>Bitte die Karte nicht an den Leser halten.</translation>
        </message>
        <message>
            <source>Please do not pay again</source>
            <translation>Bitte nicht noch einmal zahlen</translation>
        </message>
        <message>
            <source>Please do not wait here.</source>
            <translation>Bitte warten Sie nicht hier.</translation>
        </message>
        <message>
            <source>Please drive on. The barrier stays open.</source>
            <translation>Bitte weiterfahren. Die Schranke bleibt offen.</translation>
        </message>
        <message>
            <source>Please drive up to the barrier.</source>
            <translation>Bitte bis zur Schranke vorfahren.</translation>
        </message>
        <message>
            <source>Please leave by {time}</source>
            <translation>Bitte bis {time} ausfahren</translation>
        </message>
        <message>
            <source>Please pay at the booth</source>
            <translation>Bitte an der Kasse zahlen</translation>
        </message>
        <message>
            <source>Please pay before you leave.</source>
            <translation>Bitte vor der Ausfahrt bezahlen.</translation>
        </message>
        <message>
            <source>Please take the slip. It says how to pay.</source>
            <translation>Bitte den Beleg nehmen. Er sagt, wie Sie zahlen.</translation>
        </message>
        <message>
            <source>Please take your ticket</source>
            <translation>Bitte Ticket entnehmen</translation>
        </message>
        <message>
            <source>Please type your name.</source>
            <translation>Bitte geben Sie Ihren Namen ein.</translation>
        </message>
        <message>
            <source>Please use another lane, or press Help.</source>
            <translation>Bitte eine andere Spur nutzen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>Bitte warten</translation>
        </message>
        <message>
            <source>Police or fire</source>
            <translation>Polizei oder Feuerwehr</translation>
        </message>
        <message>
            <source>Power cut</source>
            <translation>Stromausfall</translation>
        </message>
        <message>
            <source>Press Help to talk to us.</source>
            <translation>„Hilfe“ drücken, um mit uns zu sprechen.</translation>
        </message>
        <message>
            <source>Print a receipt</source>
            <translation>Quittung drucken</translation>
        </message>
        <message>
            <source>Print not confirmed</source>
            <translation>Druck nicht bestätigt</translation>
        </message>
        <message>
            <source>Printed by mistake</source>
            <translation>Versehentlich gedruckt</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Drucker</translation>
        </message>
        <message>
            <source>Printer error</source>
            <translation>Druckerfehler</translation>
        </message>
        <message>
            <source>Printer ready</source>
            <translation>Drucker bereit</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>Druckt</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Quittung</translation>
        </message>
        <message>
            <source>Receipts of the last payments</source>
            <translation>Quittungen der letzten Zahlungen</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Refused by the device</source>
            <translation>Vom Gerät abgelehnt</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Scan it at any time, or type the code printed under the QR.</source>
            <translation>Jederzeit scannen oder den Code unter dem QR eintippen.</translation>
        </message>
        <message>
            <source>Scan paper</source>
            <translation>Papier scannen</translation>
        </message>
        <message>
            <source>Scan, or type the code and press Enter</source>
            <translation>Scannen oder Code eintippen und Enter drücken</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>Scanner</translation>
        </message>
        <message>
            <source>Scanner cannot read it</source>
            <translation>Scanner kann es nicht lesen</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Parkvorgang</translation>
        </message>
        <message>
            <source>Shift {number}, {name} since {time}</source>
            <translation>Schicht {number}, {name} seit {time}</translation>
        </message>
        <message>
            <source>Sign on</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Simulated garage: real wires, no real money</source>
            <translation>Simulierte Garage: echte Leitungen, kein echtes Geld</translation>
        </message>
        <message>
            <source>Since {at:moment}</source>
            <translation>Seit {at:moment}</translation>
        </message>
        <message>
            <source>Somebody knows and is with you soon.</source>
            <translation>Wir wissen Bescheid. Gleich ist jemand bei Ihnen.</translation>
        </message>
        <message>
            <source>Something went wrong here</source>
            <translation>Hier ist etwas schiefgegangen</translation>
        </message>
        <message>
            <source>Speak</source>
            <translation>Vorlesen</translation>
        </message>
        <message>
            <source>Staff or guest</source>
            <translation>Personal oder Gast</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Started by mistake</source>
            <translation>Versehentlich begonnen</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Startet</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Take a ticket</source>
            <translation>Ticket ziehen</translation>
        </message>
        <message>
            <source>Take a ticket instead, or press Help.</source>
            <translation>Stattdessen Ticket ziehen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Take paper</source>
            <translation>Papier nehmen</translation>
        </message>
        <message>
            <source>Technician</source>
            <translation>Technik</translation>
        </message>
        <message>
            <source>Thank you</source>
            <translation>Vielen Dank</translation>
        </message>
        <message>
            <source>Thank you, drive safely</source>
            <translation>Vielen Dank, gute Fahrt</translation>
        </message>
        <message>
            <source>That was not saved. Please try again, or call the technician.</source>
            <translation>Das wurde nicht gespeichert. Bitte erneut versuchen oder Technik rufen.</translation>
        </message>
        <message>
            <source>The barrier is closing. Please do not follow the car ahead.</source>
            <translation>Die Schranke schließt. Bitte nicht dem Auto vor Ihnen folgen.</translation>
        </message>
        <message>
            <source>The barrier is opening.</source>
            <translation>Die Schranke öffnet sich.</translation>
        </message>
        <message>
            <source>The barrier opens as soon as you have it.</source>
            <translation>Die Schranke öffnet, sobald Sie es haben.</translation>
        </message>
        <message>
            <source>The barrier opens by itself when you have paid.</source>
            <translation>Nach dem Zahlen öffnet die Schranke von selbst.</translation>
        </message>
        <message>
            <source>The boom does not close</source>
            <translation>Die Schranke schließt nicht</translation>
        </message>
        <message>
            <source>The boom does not open</source>
            <translation>Die Schranke öffnet nicht</translation>
        </message>
        <message>
            <source>The boom is broken off</source>
            <translation>Die Schranke ist abgebrochen</translation>
        </message>
        <message>
            <source>The boom stays up.</source>
            <translation>Die Schranke bleibt oben.</translation>
        </message>
        <message>
            <source>The boom was up at the start</source>
            <translation>Die Schranke war beim Start oben</translation>
        </message>
        <message>
            <source>The booth cannot save</source>
            <translation>Die Kasse kann nicht speichern</translation>
        </message>
        <message>
            <source>The car park is closed</source>
            <translation>Das Parkhaus ist geschlossen</translation>
        </message>
        <message>
            <source>The car park is full</source>
            <translation>Das Parkhaus ist besetzt</translation>
        </message>
        <message>
            <source>The card reader does not work</source>
            <translation>Der Kartenleser funktioniert nicht</translation>
        </message>
        <message>
            <source>The card was declined.</source>
            <translation>Die Karte wurde abgelehnt.</translation>
        </message>
        <message>
            <source>The card was declined. Nothing was charged.</source>
            <translation>Die Karte wurde abgelehnt. Nichts wurde abgebucht.</translation>
        </message>
        <message>
            <source>The centre cannot be reached</source>
            <translation>Die Zentrale ist nicht erreichbar</translation>
        </message>
        <message>
            <source>The clock went back</source>
            <translation>Die Uhr ging zurück</translation>
        </message>
        <message>
            <source>The clock went back. Somebody must confirm it.</source>
            <translation>Die Uhr ging zurück. Jemand muss sie bestätigen.</translation>
        </message>
        <message>
            <source>The driver asks for help</source>
            <translation>Der Fahrer bittet um Hilfe</translation>
        </message>
        <message>
            <source>The driver wants to pay cash</source>
            <translation>Der Fahrer will bar zahlen</translation>
        </message>
        <message>
            <source>The driver was reminded.</source>
            <translation>Der Fahrer wurde erinnert.</translation>
        </message>
        <message>
            <source>The first one did not come out right. Here is another.</source>
            <translation>Das erste ist misslungen. Hier kommt ein neues.</translation>
        </message>
        <message>
            <source>The first person runs this booth and lets the others in. Choose a PIN you can keep.</source>
            <translation>Die erste Person leitet diese Kasse und lässt die anderen zu. Wählen Sie eine PIN, die Sie behalten.</translation>
        </message>
        <message>
            <source>The gate board does not answer</source>
            <translation>Die Schrankensteuerung antwortet nicht</translation>
        </message>
        <message>
            <source>The internet cannot be reached</source>
            <translation>Das Internet ist nicht erreichbar</translation>
        </message>
        <message>
            <source>The lane can neither see nor open.</source>
            <translation>Die Spur sieht nichts und öffnet nicht.</translation>
        </message>
        <message>
            <source>The office printer did not take it: {words}</source>
            <translation>Der Bürodrucker hat es nicht angenommen: {words}</translation>
        </message>
        <message>
            <source>The printer does not work</source>
            <translation>Der Drucker funktioniert nicht</translation>
        </message>
        <message>
            <source>The reader does not work right now.</source>
            <translation>Der Leser funktioniert gerade nicht.</translation>
        </message>
        <message>
            <source>The same PIN again</source>
            <translation>Dieselbe PIN noch einmal</translation>
        </message>
        <message>
            <source>The square code faces the red light.</source>
            <translation>Der quadratische Code zeigt zum roten Licht.</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Please type both again.</source>
            <translation>Die beiden PINs sind nicht gleich. Bitte beide neu eingeben.</translation>
        </message>
        <message>
            <source>This PIN is too easy to guess. Please choose another.</source>
            <translation>Diese PIN ist zu leicht zu erraten. Bitte eine andere wählen.</translation>
        </message>
        <message>
            <source>This booking is already inside</source>
            <translation>Diese Buchung ist schon im Parkhaus</translation>
        </message>
        <message>
            <source>This booking was cancelled</source>
            <translation>Diese Buchung wurde storniert</translation>
        </message>
        <message>
            <source>This code does not open this lane</source>
            <translation>Dieser Code öffnet diese Spur nicht</translation>
        </message>
        <message>
            <source>This code has expired</source>
            <translation>Dieser Code ist abgelaufen</translation>
        </message>
        <message>
            <source>This code was already used</source>
            <translation>Dieser Code wurde schon benutzt</translation>
        </message>
        <message>
            <source>This is not an amount.</source>
            <translation>Das ist kein Betrag.</translation>
        </message>
        <message>
            <source>This lane is starting.</source>
            <translation>Diese Spur startet gerade.</translation>
        </message>
        <message>
            <source>This price holds until {until}.</source>
            <translation>Dieser Preis gilt bis {until}.</translation>
        </message>
        <message>
            <source>This ticket is blocked</source>
            <translation>Dieses Ticket ist gesperrt</translation>
        </message>
        <message>
            <source>This ticket is from another car park</source>
            <translation>Dieses Ticket ist aus einem anderen Parkhaus</translation>
        </message>
        <message>
            <source>This ticket is not valid</source>
            <translation>Dieses Ticket ist ungültig</translation>
        </message>
        <message>
            <source>This ticket was cancelled</source>
            <translation>Dieses Ticket wurde storniert</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Ticket button</source>
            <translation>Ticketknopf</translation>
        </message>
        <message>
            <source>Ticket in the slot</source>
            <translation>Ticket im Schlitz</translation>
        </message>
        <message>
            <source>Ticket not readable</source>
            <translation>Ticket nicht lesbar</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>Zu zahlen</translation>
        </message>
        <message>
            <source>Too late to send</source>
            <translation>Zu spät zum Senden</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Somebody with a right to enrol must set a new one.</source>
            <translation>Zu viele falsche PINs. Eine berechtigte Person muss eine neue setzen.</translation>
        </message>
        <message>
            <source>Torn</source>
            <translation>Zerrissen</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Summe</translation>
        </message>
        <message>
            <source>Traffic jam</source>
            <translation>Stau</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>Try again, or press Help.</source>
            <translation>Noch einmal versuchen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Type the code</source>
            <translation>Code eintippen</translation>
        </message>
        <message>
            <source>Type the code under the square</source>
            <translation>Code unter dem Quadrat eintippen</translation>
        </message>
        <message>
            <source>Type what the driver gave.</source>
            <translation>Geben Sie ein, was der Fahrer gab.</translation>
        </message>
        <message>
            <source>Type your code</source>
            <translation>Code eintippen</translation>
        </message>
        <message>
            <source>Type your ticket code</source>
            <translation>Ticketcode eintippen</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>Unplug board</source>
            <translation>Steuerung abziehen</translation>
        </message>
        <message>
            <source>Unplug printer</source>
            <translation>Drucker abziehen</translation>
        </message>
        <message>
            <source>Unplugged</source>
            <translation>Nicht angeschlossen</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Auf</translation>
        </message>
        <message>
            <source>Up to {grace} min free, {price} per {minutes} min</source>
            <translation>Bis {grace} Min. frei, {price} je {minutes} Min.</translation>
        </message>
        <message>
            <source>Up to {grace} min free, {price} per {minutes} min, at most {cap} a day</source>
            <translation>Bis {grace} Min. frei, {price} je {minutes} Min., höchstens {cap} am Tag</translation>
        </message>
        <message>
            <source>Up to {grace} min free, {price} per {minutes} min, at most {cap} in 24 hours</source>
            <translation>Bis {grace} Min. frei, {price} je {minutes} Min., höchstens {cap} in 24 Stunden</translation>
        </message>
        <message>
            <source>Use a booking or another lane, or press Help.</source>
            <translation>Buchung oder andere Spur nutzen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Use another lane, or press Help.</source>
            <translation>Andere Spur nutzen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Use the ticket you got here.</source>
            <translation>Nehmen Sie das Ticket von hier.</translation>
        </message>
        <message>
            <source>Use your newest ticket, or press Help.</source>
            <translation>Neuestes Ticket nutzen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>VAT {percent} %</source>
            <translation>MwSt. {percent} %</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>Ungültig</translation>
        </message>
        <message>
            <source>Waiting for the gate board.</source>
            <translation>Wartet auf die Schrankensteuerung.</translation>
        </message>
        <message>
            <source>Wants to pay cash</source>
            <translation>Will bar zahlen</translation>
        </message>
        <message>
            <source>We are calling somebody. Please stay with your car.</source>
            <translation>Wir rufen jemanden. Bitte bleiben Sie beim Auto.</translation>
        </message>
        <message>
            <source>We are checking your code.</source>
            <translation>Wir prüfen Ihren Code.</translation>
        </message>
        <message>
            <source>We are checking your payment. Somebody is on the way to you.</source>
            <translation>Wir prüfen Ihre Zahlung. Es kommt jemand zu Ihnen.</translation>
        </message>
        <message>
            <source>We are waking the card reader.</source>
            <translation>Der Kartenleser startet.</translation>
        </message>
        <message>
            <source>We could not read that code</source>
            <translation>Der Code war nicht lesbar</translation>
        </message>
        <message>
            <source>We do not know this code</source>
            <translation>Dieser Code ist unbekannt</translation>
        </message>
        <message>
            <source>We have called somebody. Stay with your car.</source>
            <translation>Wir haben jemanden gerufen. Bleiben Sie beim Auto.</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <source>Welcome. Nobody is known here yet.</source>
            <translation>Willkommen. Hier ist noch niemand bekannt.</translation>
        </message>
        <message>
            <source>Wet</source>
            <translation>Nass</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Wer sind Sie?</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Wires</source>
            <translation>Leitungen</translation>
        </message>
        <message>
            <source>Without it, you cannot drive in.</source>
            <translation>Ohne Ticket keine Einfahrt.</translation>
        </message>
        <message>
            <source>Writing the ticket</source>
            <translation>Ticket wird angelegt</translation>
        </message>
        <message>
            <source>Wrong PIN. Please try again.</source>
            <translation>Falsche PIN. Bitte erneut versuchen.</translation>
        </message>
        <message>
            <source>Wrong PIN. Tries left before it locks: {left}</source>
            <translation>Falsche PIN. Versuche bis zur Sperre: {left}</translation>
        </message>
        <message>
            <source>Wrong answer</source>
            <translation>Falsche Antwort</translation>
        </message>
        <message>
            <source>Wrong board mode</source>
            <translation>Falscher Steuerungsmodus</translation>
        </message>
        <message>
            <source>Yes, more time please</source>
            <translation>Ja, mehr Zeit bitte</translation>
        </message>
        <message>
            <source>You do not have the right to do that.</source>
            <translation>Dazu haben Sie kein Recht.</translation>
        </message>
        <message>
            <source>Your booking has not started yet</source>
            <translation>Ihre Buchung hat noch nicht begonnen</translation>
        </message>
        <message>
            <source>Your booking is over</source>
            <translation>Ihre Buchung ist vorbei</translation>
        </message>
        <message>
            <source>Your booking is valid</source>
            <translation>Ihre Buchung ist gültig</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
        <message>
            <source>Your receipt is printing.</source>
            <translation>Ihre Quittung wird gedruckt.</translation>
        </message>
        <message>
            <source>Your stay</source>
            <translation>Ihr Aufenthalt</translation>
        </message>
        <message>
            <source>Your ticket is printing</source>
            <translation>Ihr Ticket wird gedruckt</translation>
        </message>
        <message>
            <source>free spaces</source>
            <translation>freie Plätze</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>on</source>
            <translation>ein</translation>
        </message>
        <message>
            <source>or press the button below</source>
            <translation>oder den Knopf unten drücken</translation>
        </message>
        <message>
            <source>since {time} · {duration}</source>
            <translation>seit {time} · {duration}</translation>
        </message>
        <message>
            <source>to pay</source>
            <translation>zu zahlen</translation>
        </message>
        <message>
            <source>to pay in cash</source>
            <translation>bar zu zahlen</translation>
        </message>
        <message>
            <source>to pay later</source>
            <translation>später zu zahlen</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>will be taken once at most</source>
            <translation>wird höchstens einmal abgebucht</translation>
        </message>
        <message>
            <source>{count} payments · {amount}</source>
            <translation>{count} Zahlungen · {amount}</translation>
        </message>
        <message>
            <source>{count} × {minutes} min</source>
            <translation>{count} × {minutes} Min.</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} T. {hours} Std.</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} Std. {minutes} Min.</translation>
        </message>
        <message>
            <source>{lane} calls</source>
            <translation>{lane} ruft</translation>
        </message>
        <message>
            <source>{length} · since {at}</source>
            <translation>{length} · seit {at}</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} Min.</translation>
        </message>
        <message>
            <source>{missing} is missing.</source>
            <translation>{missing} fehlt.</translation>
        </message>
        <message>
            <source>{price} per {minutes} min</source>
            <translation>{price} je {minutes} Min.</translation>
        </message>
        <message>
            <source>{price} per {minutes} min, at most {cap} a day</source>
            <translation>{price} je {minutes} Min., höchstens {cap} am Tag</translation>
        </message>
        <message>
            <source>{price} per {minutes} min, at most {cap} in 24 hours</source>
            <translation>{price} je {minutes} Min., höchstens {cap} in 24 Stunden</translation>
        </message>
    </context>
</TS>
