<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>Boomgate</name>
        <message>
            <source>08:00 / 12:00, or no booking</source>
            <translation>08:00 / 12:00 oder leer</translation>
        </message>
        <message>
            <source>1 month</source>
            <translation>1 Monat</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>1 Woche</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>1 Jahr</translation>
        </message>
        <message>
            <source>2026-11-20 10:30, or +2:15</source>
            <translation>2026-11-20 10:30 oder +2:15</translation>
        </message>
        <message>
            <source>3 months</source>
            <translation>3 Monate</translation>
        </message>
        <message>
            <source>60 min; 25 %; 5.00; full; a rate</source>
            <translation>60 min; 25 %; 5.00; full; Liste</translation>
        </message>
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
            <source>A car stays</source>
            <translation>Ein Auto parkt</translation>
        </message>
        <message>
            <source>A card is asked to pay for this pass already. Wait for its outcome.</source>
            <translation>Für diesen Ausweis läuft schon eine Kartenzahlung. Das Ergebnis abwarten.</translation>
        </message>
        <message>
            <source>A card payment is running for this ticket. Wait for its outcome.</source>
            <translation>Für dieses Ticket läuft eine Kartenzahlung. Bitte warten Sie das Ergebnis ab.</translation>
        </message>
        <message>
            <source>A copy of Z {number} is printed.</source>
            <translation>Eine Kopie von Z {number} wird gedruckt.</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>A gate stood open: where are the passes?</source>
            <translation>Eine Schranke stand offen: Wo sind die Ausweise?</translation>
        </message>
        <message>
            <source>A loop does not change</source>
            <translation>Eine Schleife ändert sich nicht</translation>
        </message>
        <message>
            <source>A lost ticket for {amount}, less than the flat fee</source>
            <translation>Ein verlorenes Ticket für {amount}, weniger als die Pauschale</translation>
        </message>
        <message>
            <source>A name has at most {letters} letters.</source>
            <translation>Ein Name hat höchstens {letters} Zeichen.</translation>
        </message>
        <message>
            <source>A part is less than {due}.</source>
            <translation>Ein Teilbetrag ist weniger als {due}.</translation>
        </message>
        <message>
            <source>A payment has no clear outcome</source>
            <translation>Eine Zahlung ist ungeklärt</translation>
        </message>
        <message>
            <source>A shift is open already. Count and close it first.</source>
            <translation>Es läuft schon eine Schicht. Bitte erst zählen und abschließen.</translation>
        </message>
        <message>
            <source>A stay</source>
            <translation>Parkvorgang</translation>
        </message>
        <message>
            <source>A supervisor closes them.</source>
            <translation>Die Aufsicht schließt sie ab.</translation>
        </message>
        <message>
            <source>A voucher comes after the ticket</source>
            <translation>Erst das Ticket, dann der Gutschein</translation>
        </message>
        <message>
            <source>A voucher for {amount} is printed.</source>
            <translation>Ein Gutschein über {amount} wird gedruckt.</translation>
        </message>
        <message>
            <source>A4 pages (PDF)</source>
            <translation>A4-Seiten (PDF)</translation>
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
            <source>Agree</source>
            <translation>Zustimmen</translation>
        </message>
        <message>
            <source>Agreed price</source>
            <translation>Vereinbarter Preis</translation>
        </message>
        <message>
            <source>All barriers are open.</source>
            <translation>Alle Schranken sind offen.</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <source>All of it went back.</source>
            <translation>Alles wurde erstattet.</translation>
        </message>
        <message>
            <source>All spaces of your group are taken</source>
            <translation>Alle Plätze Ihrer Gruppe sind belegt</translation>
        </message>
        <message>
            <source>All stays</source>
            <translation>Alle Parkvorgänge</translation>
        </message>
        <message>
            <source>Already paid</source>
            <translation>Bereits bezahlt</translation>
        </message>
        <message>
            <source>Altogether</source>
            <translation>Insgesamt</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Betrag</translation>
        </message>
        <message>
            <source>An X shows the figures since the last Z. It closes nothing.</source>
            <translation>Ein X zeigt die Zahlen seit dem letzten Z. Es schließt nichts ab.</translation>
        </message>
        <message>
            <source>An hour later</source>
            <translation>Eine Stunde später</translation>
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
            <source>As it is</source>
            <translation>Wie bisher</translation>
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
            <source>Back to the price</source>
            <translation>Zurück zum Preis</translation>
        </message>
        <message>
            <source>Backed out late</source>
            <translation>Spät zurückgesetzt</translation>
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
            <source>Belongs to</source>
            <translation>Gehört zu</translation>
        </message>
        <message>
            <source>Blind count</source>
            <translation>Blindzählung</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>Gebucht</translation>
        </message>
        <message>
            <source>Booked from / until</source>
            <translation>Gebucht von / bis</translation>
        </message>
        <message>
            <source>Booking or pass</source>
            <translation>Buchung / Ausweis</translation>
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
            <source>Boom failures</source>
            <translation>Schrankenstörungen</translation>
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
            <source>Boom up at the start</source>
            <translation>Schranke beim Start offen</translation>
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
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>By day</source>
            <translation>Nach Tag</translation>
        </message>
        <message>
            <source>By length of stay</source>
            <translation>Nach Parkdauer</translation>
        </message>
        <message>
            <source>By rate</source>
            <translation>Nach Preisliste</translation>
        </message>
        <message>
            <source>By the rate {rate}</source>
            <translation>Nach der Preisliste {rate}</translation>
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
            <source>Came after the payment was given up</source>
            <translation>Kam, nachdem die Zahlung aufgegeben war</translation>
        </message>
        <message>
            <source>Came in at? 8:15, or 18.11. 22:30</source>
            <translation>Eingefahren um? 8:15 oder 18.11. 22:30</translation>
        </message>
        <message>
            <source>Came in unseen</source>
            <translation>Unbemerkt eingefahren</translation>
        </message>
        <message>
            <source>Came too late: give it back</source>
            <translation>Kam zu spät: bitte erstatten</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the card</source>
            <translation>Karte abbrechen</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>Wird abgebrochen</translation>
        </message>
        <message>
            <source>Cannot be collected</source>
            <translation>Nicht einzutreiben</translation>
        </message>
        <message>
            <source>Cannot give change</source>
            <translation>Kein Wechselgeld</translation>
        </message>
        <message>
            <source>Cap for the stay</source>
            <translation>Höchstpreis für den Aufenthalt</translation>
        </message>
        <message>
            <source>Cap on overstay</source>
            <translation>Höchstbetrag für die Überschreitung</translation>
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
            <source>Car reported by hand</source>
            <translation>Auto von Hand gemeldet</translation>
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
            <source>Cars</source>
            <translation>Autos</translation>
        </message>
        <message>
            <source>Cars without a stay: {count}</source>
            <translation>Autos ohne Parkvorgang: {count}</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Bar</translation>
        </message>
        <message>
            <source>Cash drawer</source>
            <translation>Kassenlade</translation>
        </message>
        <message>
            <source>Cash paid in or out</source>
            <translation>Ein- und Auslagen</translation>
        </message>
        <message>
            <source>Cash refunds</source>
            <translation>Bare Erstattungen</translation>
        </message>
        <message>
            <source>Cash sales</source>
            <translation>Bareinnahmen</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>Kasse</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>Anlass</translation>
        </message>
        <message>
            <source>Centre disagrees</source>
            <translation>Zentrale widerspricht</translation>
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
            <source>Change a fee by {amount}</source>
            <translation>Eine Gebühr um {amount} ändern</translation>
        </message>
        <message>
            <source>Change as a voucher</source>
            <translation>Rückgeld als Gutschein</translation>
        </message>
        <message>
            <source>Change from the bank</source>
            <translation>Wechselgeld von der Bank</translation>
        </message>
        <message>
            <source>Change given</source>
            <translation>Rückgeld gegeben</translation>
        </message>
        <message>
            <source>Change is short: the drawer cannot give {short}</source>
            <translation>Wechselgeld fehlt: Die Kasse kann {short} nicht herausgeben</translation>
        </message>
        <message>
            <source>Change mode</source>
            <translation>Modus ändern</translation>
        </message>
        <message>
            <source>Change my PIN</source>
            <translation>Meine PIN ändern</translation>
        </message>
        <message>
            <source>Change not given</source>
            <translation>Rückgeld nicht gegeben</translation>
        </message>
        <message>
            <source>Change the fee</source>
            <translation>Gebühr ändern</translation>
        </message>
        <message>
            <source>Change voucher</source>
            <translation>Rückgeldgutschein</translation>
        </message>
        <message>
            <source>Change vouchers issued</source>
            <translation>Rückgeldgutscheine ausgegeben</translation>
        </message>
        <message>
            <source>Change vouchers paid out</source>
            <translation>Rückgeldgutscheine ausgezahlt</translation>
        </message>
        <message>
            <source>Change vouchers redeemed</source>
            <translation>Rückgeldgutscheine eingelöst</translation>
        </message>
        <message>
            <source>Change: {change}</source>
            <translation>Rückgeld: {change}</translation>
        </message>
        <message>
            <source>Changed by hand</source>
            <translation>Von Hand geändert</translation>
        </message>
        <message>
            <source>Charged with the earlier stay</source>
            <translation>Mit dem früheren Aufenthalt berechnet</translation>
        </message>
        <message>
            <source>Charged, no answer</source>
            <translation>Abgebucht, keine Antwort</translation>
        </message>
        <message>
            <source>Cheaper</source>
            <translation>Günstiger</translation>
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
            <source>Choose</source>
            <translation>Wählen</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Clock changed</source>
            <translation>Uhr verstellt</translation>
        </message>
        <message>
            <source>Clock is right</source>
            <translation>Uhr stimmt</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Abschließen</translation>
        </message>
        <message>
            <source>Close a shift whose drawer is far off</source>
            <translation>Eine Schicht mit großer Kassendifferenz abschließen</translation>
        </message>
        <message>
            <source>Close the shift</source>
            <translation>Schicht abschließen</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Closed at</source>
            <translation>Erledigt am</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>Erledigt von</translation>
        </message>
        <message>
            <source>Closed to all</source>
            <translation>Für alle geschlossen</translation>
        </message>
        <message>
            <source>Closed, with your note.</source>
            <translation>Abgeschlossen, mit Ihrer Notiz.</translation>
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
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>Eingezogen</translation>
        </message>
        <message>
            <source>Come back later, or take a ticket.</source>
            <translation>Später kommen oder ein Ticket ziehen.</translation>
        </message>
        <message>
            <source>Comparison of rates</source>
            <translation>Vergleich der Tarife</translation>
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
            <source>Correction</source>
            <translation>Korrekturbeleg</translation>
        </message>
        <message>
            <source>Corrects receipt</source>
            <translation>Korrigiert Quittung</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>Count and close</source>
            <translation>Zählen und abschließen</translation>
        </message>
        <message>
            <source>Count and hand over</source>
            <translation>Zählen und übergeben</translation>
        </message>
        <message>
            <source>Count the drawer</source>
            <translation>Kasse zählen</translation>
        </message>
        <message>
            <source>Count the float</source>
            <translation>Wechselgeld zählen</translation>
        </message>
        <message>
            <source>Count the float into the drawer and open one.</source>
            <translation>Wechselgeld in die Kasse zählen und eine eröffnen.</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>Gezählt</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>Kasse</translation>
        </message>
        <message>
            <source>Cover is open</source>
            <translation>Deckel ist offen</translation>
        </message>
        <message>
            <source>Covered by a pass</source>
            <translation>Durch Dauerkarte abgedeckt</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Währung</translation>
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
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Day rate</source>
            <translation>Tagespreis</translation>
        </message>
        <message>
            <source>Day rate × {days}</source>
            <translation>Tagespreis × {days}</translation>
        </message>
        <message>
            <source>Dearer</source>
            <translation>Teurer</translation>
        </message>
        <message>
            <source>Debts and change vouchers</source>
            <translation>Offene Beträge und Gutscheine</translation>
        </message>
        <message>
            <source>Debts forgiven</source>
            <translation>Schulden erlassen</translation>
        </message>
        <message>
            <source>Debts paid</source>
            <translation>Schulden bezahlt</translation>
        </message>
        <message>
            <source>Debts paid or forgiven</source>
            <translation>Bezahlte oder erlassene Schulden</translation>
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
            <source>Demand {percent} %</source>
            <translation>Nachfrage {percent} %</translation>
        </message>
        <message>
            <source>Demo: the PIN is {pin}</source>
            <translation>Demo: Die PIN ist {pin}</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>Device out of order</source>
            <translation>Gerät defekt</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Differenz</translation>
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
            <source>Do something else</source>
            <translation>Etwas anderes tun</translation>
        </message>
        <message>
            <source>Does not answer</source>
            <translation>Antwortet nicht</translation>
        </message>
        <message>
            <source>Done. The next use of each pass decides where it is.</source>
            <translation>Erledigt. Die nächste Nutzung jedes Ausweises entscheidet, wo er ist.</translation>
        </message>
        <message>
            <source>Done: {amount}</source>
            <translation>Erledigt: {amount}</translation>
        </message>
        <message>
            <source>Done: {price} for the pass of {holder}.</source>
            <translation>Erledigt: {price} für den Ausweis von {holder}.</translation>
        </message>
        <message>
            <source>Done: {price} for the pass of {holder}. Give back {change}.</source>
            <translation>Erledigt: {price} für den Ausweis von {holder}. Rückgeld: {change}.</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ab</translation>
        </message>
        <message>
            <source>Drawer opened without a sale</source>
            <translation>Lade ohne Verkauf geöffnet</translation>
        </message>
        <message>
            <source>Drawer over or short</source>
            <translation>Lade mit Differenz</translation>
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
            <source>Drive-through within {minutes} min</source>
            <translation>Durchfahrt innerhalb von {minutes} Min.</translation>
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
            <source>Driver waives {short}</source>
            <translation>Fahrer verzichtet auf {short}</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Abschöpfen</translation>
        </message>
        <message>
            <source>Drops</source>
            <translation>Abschöpfungen</translation>
        </message>
        <message>
            <source>Drove out unseen</source>
            <translation>Unbemerkt ausgefahren</translation>
        </message>
        <message>
            <source>Drove through without permission</source>
            <translation>Ohne Freigabe durchgefahren</translation>
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
            <source>Ending within two weeks</source>
            <translation>Enden in den nächsten zwei Wochen</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>Aufnehmen</translation>
        </message>
        <message>
            <source>Enrolled by mistake</source>
            <translation>Versehentlich aufgenommen</translation>
        </message>
        <message>
            <source>Enter goes to the next. What you leave empty counts as none.</source>
            <translation>Enter geht weiter. Was leer bleibt, zählt als keines.</translation>
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
            <source>Entries</source>
            <translation>Einfahrten</translation>
        </message>
        <message>
            <source>Entries left</source>
            <translation>Verbleibende Einfahrten</translation>
        </message>
        <message>
            <source>Entry times proven</source>
            <translation>Einfahrtszeiten nachgewiesen</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Evacuation</source>
            <translation>Räumung</translation>
        </message>
        <message>
            <source>Evacuations</source>
            <translation>Räumungen</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Veranstaltung</translation>
        </message>
        <message>
            <source>Every stay that is over gets a price under the file. Lanes go on; nothing is changed.</source>
            <translation>Jeder beendete Parkvorgang bekommt einen Preis nach der Datei. Die Spuren laufen weiter; nichts wird geändert.</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Passend</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Ausnahmen</translation>
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
            <source>Exits given up late</source>
            <translation>Ausfahrten spät abgebrochen</translation>
        </message>
        <message>
            <source>Exits that nobody saw</source>
            <translation>Ausfahrten, die niemand sah</translation>
        </message>
        <message>
            <source>Exits without payment</source>
            <translation>Ausfahrten ohne Zahlung</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Erwartet</translation>
        </message>
        <message>
            <source>Facts not sent yet</source>
            <translation>Noch nicht gesendete Einträge</translation>
        </message>
        <message>
            <source>Facts that do not fit</source>
            <translation>Widersprüchliche Einträge</translation>
        </message>
        <message>
            <source>Facts up to</source>
            <translation>Einträge bis</translation>
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
            <source>First receipt</source>
            <translation>Erste Quittung</translation>
        </message>
        <message>
            <source>First {minutes} min</source>
            <translation>Erste {minutes} Min.</translation>
        </message>
        <message>
            <source>First {minutes} min free</source>
            <translation>Erste {minutes} Min. frei</translation>
        </message>
        <message>
            <source>Flat fee</source>
            <translation>Pauschale</translation>
        </message>
        <message>
            <source>Flat price</source>
            <translation>Pauschale</translation>
        </message>
        <message>
            <source>Flat price × {count}</source>
            <translation>Pauschale × {count}</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>Wechselgeldbestand</translation>
        </message>
        <message>
            <source>Float {amount}. Change is checked against the drawer.</source>
            <translation>Wechselgeld {amount}. Rückgeld wird mit der Kasse abgeglichen.</translation>
        </message>
        <message>
            <source>Followed another car out</source>
            <translation>Einem anderen Auto hinaus gefolgt</translation>
        </message>
        <message>
            <source>Forget where all are</source>
            <translation>Alle Standorte vergessen</translation>
        </message>
        <message>
            <source>Forget where all passes are</source>
            <translation>Vergessen, wo alle Ausweise sind</translation>
        </message>
        <message>
            <source>Forget where it is</source>
            <translation>Standort vergessen</translation>
        </message>
        <message>
            <source>Forgive a debt of {amount}</source>
            <translation>Eine Schuld von {amount} erlassen</translation>
        </message>
        <message>
            <source>Forgive the debt</source>
            <translation>Schuld erlassen</translation>
        </message>
        <message>
            <source>Forgiven: {amount}</source>
            <translation>Erlassen: {amount}</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>Found again</source>
            <translation>Wiedergefunden</translation>
        </message>
        <message>
            <source>Found money</source>
            <translation>Gefundenes Geld</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Frei</translation>
        </message>
        <message>
            <source>Free parking</source>
            <translation>Kostenlos parken</translation>
        </message>
        <message>
            <source>Free: {count}</source>
            <translation>Frei: {count}</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>From {price}, by time of day</source>
            <translation>Ab {price}, je nach Tageszeit</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>Besetzt</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Lücke</translation>
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
            <source>Gate stood open</source>
            <translation>Schranke stand offen</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Give back in cash</source>
            <translation>Bar erstatten</translation>
        </message>
        <message>
            <source>Give it a ticket</source>
            <translation>Ticket ausstellen</translation>
        </message>
        <message>
            <source>Give {amount} back</source>
            <translation>{amount} erstatten</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>Gegeben</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>Erstattet</translation>
        </message>
        <message>
            <source>Given back: {amount}</source>
            <translation>Erstattet: {amount}</translation>
        </message>
        <message>
            <source>Given back: {amount}. Take it from the drawer.</source>
            <translation>Erstattet: {amount}. Bitte aus der Kasse nehmen.</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Gültig</translation>
        </message>
        <message>
            <source>Good card</source>
            <translation>Gute Karte</translation>
        </message>
        <message>
            <source>Good once: for cash at the till, or to pay for parking.</source>
            <translation>Einmal gültig: bar an der Kasse oder zum Bezahlen.</translation>
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
            <source>Gross</source>
            <translation>Brutto</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Group of the pass</source>
            <translation>Ausweisgruppe</translation>
        </message>
        <message>
            <source>Group: {name}</source>
            <translation>Gruppe: {name}</translation>
        </message>
        <message>
            <source>Grouped by</source>
            <translation>Gruppiert nach</translation>
        </message>
        <message>
            <source>Groups: inside now</source>
            <translation>Gruppen: jetzt drinnen</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Übergeben</translation>
        </message>
        <message>
            <source>Have a voucher? Hold it to the reader.</source>
            <translation>Gutschein? Bitte an den Leser halten.</translation>
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
            <source>Hold one to the scanner, or pick one from the list.</source>
            <translation>Einen an den Scanner halten oder aus der Liste wählen.</translation>
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
            <source>Hold this code to the reader before you pay. Good once.</source>
            <translation>Diesen Code vor dem Bezahlen an den Leser halten. Einmal gültig.</translation>
        </message>
        <message>
            <source>Hold this code to the reader when you drive in and out.</source>
            <translation>Diesen Code bei Ein- und Ausfahrt an den Leser halten.</translation>
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
            <source>Holder</source>
            <translation>Inhaber</translation>
        </message>
        <message>
            <source>How full, in %</source>
            <translation>Belegung in %</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>How many of {value}</source>
            <translation>Wie viele zu {value}</translation>
        </message>
        <message>
            <source>How many, up to {most}</source>
            <translation>Wie viele, höchstens {most}</translation>
        </message>
        <message>
            <source>IOU</source>
            <translation>Schuldschein</translation>
        </message>
        <message>
            <source>In</source>
            <translation>Ein</translation>
        </message>
        <message>
            <source>In force now</source>
            <translation>Jetzt gültig</translation>
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
            <source>Inside</source>
            <translation>Drinnen</translation>
        </message>
        <message>
            <source>Inside before</source>
            <translation>Vorher drinnen</translation>
        </message>
        <message>
            <source>Inside now</source>
            <translation>Jetzt drinnen</translation>
        </message>
        <message>
            <source>Into the safe</source>
            <translation>In den Tresor</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Ausgegeben</translation>
        </message>
        <message>
            <source>It stands under the square</source>
            <translation>Er steht unter dem Quadrat</translation>
        </message>
        <message>
            <source>It was not paid</source>
            <translation>Wurde nicht bezahlt</translation>
        </message>
        <message>
            <source>It was paid</source>
            <translation>Wurde bezahlt</translation>
        </message>
        <message>
            <source>It was this one</source>
            <translation>Dieser war es</translation>
        </message>
        <message>
            <source>Its ticket comes out of the printer here. Its code: {code}</source>
            <translation>Das Ticket kommt hier aus dem Drucker. Der Code: {code}</translation>
        </message>
        <message>
            <source>Journal head</source>
            <translation>Journal-Prüfsumme</translation>
        </message>
        <message>
            <source>Journal: {seq} facts, head {head}</source>
            <translation>Journal: {seq} Einträge, Kopf {head}</translation>
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
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Lane</source>
            <translation>Spur</translation>
        </message>
        <message>
            <source>Lane is stuck</source>
            <translation>Spur hängt</translation>
        </message>
        <message>
            <source>Lane mode changed</source>
            <translation>Spurbetrieb geändert</translation>
        </message>
        <message>
            <source>Lane reset</source>
            <translation>Spur zurückgesetzt</translation>
        </message>
        <message>
            <source>Lane was out of order</source>
            <translation>Spur war außer Betrieb</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>Spuren</translation>
        </message>
        <message>
            <source>Lanes out of service</source>
            <translation>Spuren außer Betrieb</translation>
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
            <source>Last receipt</source>
            <translation>Letzte Quittung</translation>
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
            <source>Left the company</source>
            <translation>Hat die Firma verlassen</translation>
        </message>
        <message>
            <source>Length of stay</source>
            <translation>Parkdauer</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Austragen</translation>
        </message>
        <message>
            <source>Let in by</source>
            <translation>Eingelassen mit</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Longer</source>
            <translation>Länger</translation>
        </message>
        <message>
            <source>Looked at: all is well</source>
            <translation>Angesehen: in Ordnung</translation>
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
            <source>Lost or stolen</source>
            <translation>Verloren oder gestohlen</translation>
        </message>
        <message>
            <source>Lost ticket</source>
            <translation>Ticket verloren</translation>
        </message>
        <message>
            <source>Lost tickets</source>
            <translation>Verlorene Tickets</translation>
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
            <source>Method</source>
            <translation>Zahlart</translation>
        </message>
        <message>
            <source>Mistake</source>
            <translation>Irrtum</translation>
        </message>
        <message>
            <source>Mistake in the file</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Mistakes: {count}. Mend them and open the file again; nothing of it is used.</source>
            <translation>Fehler: {count}. Bitte beheben und die Datei neu öffnen; nichts davon wird verwendet.</translation>
        </message>
        <message>
            <source>Misused</source>
            <translation>Missbraucht</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modus</translation>
        </message>
        <message>
            <source>Mode of all entries</source>
            <translation>Modus aller Einfahrten</translation>
        </message>
        <message>
            <source>Mode of the zone</source>
            <translation>Modus der Zone</translation>
        </message>
        <message>
            <source>Money that came too late</source>
            <translation>Zu spät gekommenes Geld</translation>
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
            <source>Multi-entry pass</source>
            <translation>Mehrfahrtenkarte</translation>
        </message>
        <message>
            <source>Must be in the drawer</source>
            <translation>Muss in der Kasse sein</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name and role</source>
            <translation>Name und Rolle</translation>
        </message>
        <message>
            <source>Name and role of {name}</source>
            <translation>Name und Rolle von {name}</translation>
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
            <source>Never applies</source>
            <translation>Gilt nie</translation>
        </message>
        <message>
            <source>Never got one</source>
            <translation>Nie eines bekommen</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>Neue PIN</translation>
        </message>
        <message>
            <source>New PIN for {name}</source>
            <translation>Neue PIN für {name}</translation>
        </message>
        <message>
            <source>New PIN, at least {digits} digits</source>
            <translation>Neue PIN, mindestens {digits} Ziffern</translation>
        </message>
        <message>
            <source>New car</source>
            <translation>Neues Auto</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>Neue Person</translation>
        </message>
        <message>
            <source>Next ones</source>
            <translation>Weitere</translation>
        </message>
        <message>
            <source>Night cap</source>
            <translation>Nachthöchstpreis</translation>
        </message>
        <message>
            <source>Night cap × {nights}</source>
            <translation>Nachthöchstpreis × {nights}</translation>
        </message>
        <message>
            <source>Nil exit</source>
            <translation>Ausfahrt ohne Zahlung</translation>
        </message>
        <message>
            <source>No Z was taken yet. Counting and closing a shift takes one.</source>
            <translation>Noch kein Z. Zählen und Abschließen einer Schicht erstellt eines.</translation>
        </message>
        <message>
            <source>No answer yet: pick it to ask again</source>
            <translation>Noch keine Antwort: wählen, um neu zu fragen</translation>
        </message>
        <message>
            <source>No car waits there, or it is being served. Choose the exit where it stands.</source>
            <translation>Dort wartet kein Auto, oder es wird gerade bedient. Bitte die Ausfahrt wählen, an der es steht.</translation>
        </message>
        <message>
            <source>No card terminal works here. Take cash.</source>
            <translation>Hier gibt es kein Kartenterminal. Bargeld nehmen.</translation>
        </message>
        <message>
            <source>No centre</source>
            <translation>Keine Zentrale</translation>
        </message>
        <message>
            <source>No charge at this time</source>
            <translation>Zu dieser Zeit kostenlos</translation>
        </message>
        <message>
            <source>No entries are left on this pass</source>
            <translation>Auf diesem Ausweis sind keine Einfahrten mehr</translation>
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
            <source>No mistakes, and nothing odd.</source>
            <translation>Keine Fehler, nichts Auffälliges.</translation>
        </message>
        <message>
            <source>No mistakes. Looking for what is odd …</source>
            <translation>Keine Fehler. Auffälliges wird gesucht …</translation>
        </message>
        <message>
            <source>No mistakes. Things to look at: {count}.</source>
            <translation>Keine Fehler. Zu prüfen: {count}.</translation>
        </message>
        <message>
            <source>No money at hand</source>
            <translation>Kein Geld dabei</translation>
        </message>
        <message>
            <source>No money is left on this pass</source>
            <translation>Auf diesem Ausweis ist kein Guthaben mehr</translation>
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
            <source>No pass chosen</source>
            <translation>Kein Ausweis gewählt</translation>
        </message>
        <message>
            <source>No payment is in doubt.</source>
            <translation>Keine Zahlung ist unklar.</translation>
        </message>
        <message>
            <source>No printer took it. Its code: {code}</source>
            <translation>Kein Drucker hat es angenommen. Der Code: {code}</translation>
        </message>
        <message>
            <source>No printer took the new ticket. Write its code down: {code}</source>
            <translation>Kein Drucker hat das neue Ticket angenommen. Bitte den Code aufschreiben: {code}</translation>
        </message>
        <message>
            <source>No shift open</source>
            <translation>Keine Schicht offen</translation>
        </message>
        <message>
            <source>No stay is open that began before then.</source>
            <translation>Kein offener Parkvorgang hat davor begonnen.</translation>
        </message>
        <message>
            <source>No tariff was published yet</source>
            <translation>Noch kein Tarif veröffentlicht</translation>
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
            <source>Nobody does that to themselves. Ask another person to do it.</source>
            <translation>Das tut niemand bei sich selbst. Bitten Sie eine andere Person darum.</translation>
        </message>
        <message>
            <source>Nobody else here has the right to agree to that.</source>
            <translation>Niemand sonst hier darf dem zustimmen.</translation>
        </message>
        <message>
            <source>Nobody knows yet whether {price} were taken. Do not take them again.</source>
            <translation>Noch ist unklar, ob {price} abgebucht wurden. Nicht noch einmal kassieren.</translation>
        </message>
        <message>
            <source>Nobody owes anything.</source>
            <translation>Niemand schuldet etwas.</translation>
        </message>
        <message>
            <source>Nobody who may sign on here works here any more. Call the owner.</source>
            <translation>Niemand, der sich hier anmelden darf, arbeitet noch hier. Rufen Sie den Betreiber an.</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Not accounted for</source>
            <translation>Nicht geklärt</translation>
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
            <source>Not known</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>Nicht bezahlt</translation>
        </message>
        <message>
            <source>Not wired</source>
            <translation>Nicht verdrahtet</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Notes and coins</source>
            <translation>Scheine und Münzen</translation>
        </message>
        <message>
            <source>Nothing came too late.</source>
            <translation>Nichts kam zu spät.</translation>
        </message>
        <message>
            <source>Nothing is known of the stay</source>
            <translation>Über die Parkdauer ist nichts bekannt</translation>
        </message>
        <message>
            <source>Nothing is on its way.</source>
            <translation>Nichts ist unterwegs.</translation>
        </message>
        <message>
            <source>Nothing to pay</source>
            <translation>Nichts zu zahlen</translation>
        </message>
        <message>
            <source>Nothing waits for a look.</source>
            <translation>Nichts wartet auf einen Blick.</translation>
        </message>
        <message>
            <source>Nothing was charged.</source>
            <translation>Es wurde nichts abgebucht.</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>Nichts gefunden.</translation>
        </message>
        <message>
            <source>Nothing was paid on {code}</source>
            <translation>Auf {code} wurde nichts bezahlt</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Occupancy set by hand</source>
            <translation>Belegung von Hand gesetzt</translation>
        </message>
        <message>
            <source>Offline, {count} waiting</source>
            <translation>Offline, {count} warten</translation>
        </message>
        <message>
            <source>On foot: new ticket</source>
            <translation>Zu Fuß: neues Ticket</translation>
        </message>
        <message>
            <source>On record: {amount} was not paid.</source>
            <translation>Vermerkt: {amount} wurde nicht bezahlt.</translation>
        </message>
        <message>
            <source>On record: {amount} was paid.</source>
            <translation>Vermerkt: {amount} wurde bezahlt.</translation>
        </message>
        <message>
            <source>On record: {name}.</source>
            <translation>Festgehalten: {name}.</translation>
        </message>
        <message>
            <source>On their way back</source>
            <translation>Unterwegs zurück</translation>
        </message>
        <message>
            <source>One car only, please.</source>
            <translation>Bitte nur ein Auto.</translation>
        </message>
        <message>
            <source>One for each stay. Please go on.</source>
            <translation>Einer je Aufenthalt. Bitte fortfahren.</translation>
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
            <source>Only an administrator may do that to an administrator.</source>
            <translation>Das darf nur ein Administrator mit einem Administrator tun.</translation>
        </message>
        <message>
            <source>Only for ticket {code}</source>
            <translation>Nur für Ticket {code}</translation>
        </message>
        <message>
            <source>Only {amount} is left of it.</source>
            <translation>Davon ist nur noch {amount} übrig.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Open a shift first, with a counted float (F4).</source>
            <translation>Bitte erst eine Schicht mit gezähltem Wechselgeld eröffnen (F4).</translation>
        </message>
        <message>
            <source>Open a tariff file without mistakes first: past stays are priced again under it.</source>
            <translation>Zuerst eine fehlerfreie Tarifdatei öffnen: Vergangene Parkvorgänge werden damit neu bepreist.</translation>
        </message>
        <message>
            <source>Open once</source>
            <translation>Einmal öffnen</translation>
        </message>
        <message>
            <source>Open the shift</source>
            <translation>Schicht eröffnen</translation>
        </message>
        <message>
            <source>Open with a float</source>
            <translation>Mit Wechselgeld eröffnen</translation>
        </message>
        <message>
            <source>Opened by hand</source>
            <translation>Von Hand geöffnet</translation>
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
            <source>Other money in</source>
            <translation>Andere Einlage</translation>
        </message>
        <message>
            <source>Other money out</source>
            <translation>Andere Entnahme</translation>
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
            <source>Out</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>Außer Betrieb</translation>
        </message>
        <message>
            <source>Outside</source>
            <translation>Draußen</translation>
        </message>
        <message>
            <source>Over by {amount}</source>
            <translation>{amount} zu viel</translation>
        </message>
        <message>
            <source>Over or short</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <source>Over {minutes} min</source>
            <translation>Über {minutes} Min.</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Überschneidung</translation>
        </message>
        <message>
            <source>Overstay</source>
            <translation>Parkzeit überschritten</translation>
        </message>
        <message>
            <source>Overstay: {count} × {minutes} min</source>
            <translation>Parkzeit überschritten: {count} × {minutes} Min.</translation>
        </message>
        <message>
            <source>Owed since</source>
            <translation>Offen seit</translation>
        </message>
        <message>
            <source>Owed since {at:moment}</source>
            <translation>Offen seit {at:moment}</translation>
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
            <source>Page {page} of {pages}</source>
            <translation>Seite {page} von {pages}</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Bezahlt</translation>
        </message>
        <message>
            <source>Paid at</source>
            <translation>Bezahlt am</translation>
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
            <source>Paid by card: {amount} for {code}.</source>
            <translation>Mit Karte bezahlt: {amount} für {code}.</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>Einlagen</translation>
        </message>
        <message>
            <source>Paid now</source>
            <translation>Jetzt bezahlt</translation>
        </message>
        <message>
            <source>Paid on {code}</source>
            <translation>Bezahlt auf {code}</translation>
        </message>
        <message>
            <source>Paid or not: {count}</source>
            <translation>Bezahlt oder nicht: {count}</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>Auslagen</translation>
        </message>
        <message>
            <source>Paid twice</source>
            <translation>Doppelt bezahlt</translation>
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
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>Dauerkarte</translation>
        </message>
        <message>
            <source>Pass of {holder}: {balance} stored</source>
            <translation>Ausweis von {holder}: {balance} Guthaben</translation>
        </message>
        <message>
            <source>Pass renewed</source>
            <translation>Ausweis verlängert</translation>
        </message>
        <message>
            <source>Pass sold</source>
            <translation>Ausweis verkauft</translation>
        </message>
        <message>
            <source>Pass topped up</source>
            <translation>Ausweis aufgeladen</translation>
        </message>
        <message>
            <source>Passages</source>
            <translation>Durchfahrten</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>Ausweise</translation>
        </message>
        <message>
            <source>Passes blocked</source>
            <translation>Ausweise gesperrt</translation>
        </message>
        <message>
            <source>Passes let in against a rule</source>
            <translation>Ausweise trotz Regel eingelassen</translation>
        </message>
        <message>
            <source>Passes made neutral</source>
            <translation>Ausweise neutral gesetzt</translation>
        </message>
        <message>
            <source>Passes moved by hand</source>
            <translation>Ausweise von Hand umgesetzt</translation>
        </message>
        <message>
            <source>Past stays</source>
            <translation>Vergangene</translation>
        </message>
        <message>
            <source>Path of a tariff file; Enter opens it</source>
            <translation>Pfad einer Tarifdatei; Enter öffnet sie</translation>
        </message>
        <message>
            <source>Pay another way</source>
            <translation>Anders bezahlen</translation>
        </message>
        <message>
            <source>Pay without it, or press Help.</source>
            <translation>Ohne Gutschein bezahlen oder „Hilfe“ drücken.</translation>
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
            <source>Payment taken by mistake</source>
            <translation>Irrtümlich angenommene Zahlung</translation>
        </message>
        <message>
            <source>Payment unclear</source>
            <translation>Zahlung ungeklärt</translation>
        </message>
        <message>
            <source>Payment voided</source>
            <translation>Zahlung storniert</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>Zahlungen</translation>
        </message>
        <message>
            <source>Payments settled by word</source>
            <translation>Zahlungen auf Aussage geklärt</translation>
        </message>
        <message>
            <source>Payments without an outcome</source>
            <translation>Zahlungen ohne Ergebnis</translation>
        </message>
        <message>
            <source>Payments: {count} · {amount}</source>
            <translation>Zahlungen: {count} · {amount}</translation>
        </message>
        <message>
            <source>Pick a Z to see it as it was taken.</source>
            <translation>Ein Z wählen, um es zu sehen, wie es erstellt wurde.</translation>
        </message>
        <message>
            <source>Pick a car that followed another one, to give it its stay.</source>
            <translation>Wählen Sie ein Auto, das dicht aufgefahren ist, um ihm seinen Parkvorgang zu geben.</translation>
        </message>
        <message>
            <source>Pick a payment to give it back, whole or in part.</source>
            <translation>Eine Zahlung wählen, um sie ganz oder teilweise zu erstatten.</translation>
        </message>
        <message>
            <source>Pick a person to change something, or let another one in.</source>
            <translation>Wählen Sie eine Person, um etwas zu ändern, oder nehmen Sie eine neue auf.</translation>
        </message>
        <message>
            <source>Pick one to close it with a note.</source>
            <translation>Wählen Sie eine, um sie mit einer Notiz abzuschließen.</translation>
        </message>
        <message>
            <source>Pick one to take the money, or to ask no more for it.</source>
            <translation>Wählen Sie eine, um zu kassieren oder sie zu erlassen.</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>Kennzeichen</translation>
        </message>
        <message>
            <source>Plate, if it has one</source>
            <translation>Kennzeichen, falls vorhanden</translation>
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
            <source>Please do not pay with your phone any more.</source>
            <translation>Bitte nicht mehr mit dem Handy bezahlen.</translation>
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
            <source>Please type a name.</source>
            <translation>Bitte geben Sie einen Namen ein.</translation>
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
            <source>Please wait until it is off.</source>
            <translation>Bitte warten, bis es beendet ist.</translation>
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
            <source>Press again: new stays pay this</source>
            <translation>Noch einmal drücken: Neue zahlen das</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Preis</translation>
        </message>
        <message>
            <source>Price by length of stay, up to {amount}</source>
            <translation>Preis nach Parkdauer, bis {amount}</translation>
        </message>
        <message>
            <source>Price changed by hand</source>
            <translation>Preis von Hand geändert</translation>
        </message>
        <message>
            <source>Price falls</source>
            <translation>Preis fällt</translation>
        </message>
        <message>
            <source>Price, and stored on it</source>
            <translation>Preis und Guthaben darauf</translation>
        </message>
        <message>
            <source>Prices changed by hand</source>
            <translation>Preise von Hand geändert</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>Kopie drucken</translation>
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
            <source>Print the receipt again</source>
            <translation>Quittung noch einmal drucken</translation>
        </message>
        <message>
            <source>Print vouchers</source>
            <translation>Gutscheine drucken</translation>
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
            <source>Publish as version {version}</source>
            <translation>Als Version {version} veröffentlichen</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Preisliste</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Quittung</translation>
        </message>
        <message>
            <source>Receipt dated</source>
            <translation>Quittung vom</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>Beleg {number}</translation>
        </message>
        <message>
            <source>Receipts of the last payments</source>
            <translation>Quittungen der letzten Zahlungen</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>Aufzeichnungen</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>Erstattung</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>Erstattet</translation>
        </message>
        <message>
            <source>Refunded at</source>
            <translation>Erstattet am</translation>
        </message>
        <message>
            <source>Refunds</source>
            <translation>Erstattungen</translation>
        </message>
        <message>
            <source>Refunds that failed</source>
            <translation>Fehlgeschlagene Erstattungen</translation>
        </message>
        <message>
            <source>Refunds without an outcome</source>
            <translation>Erstattungen ohne Ergebnis</translation>
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
            <source>Released owing</source>
            <translation>Mit offenem Betrag entlassen</translation>
        </message>
        <message>
            <source>Released while out of order</source>
            <translation>Bei Störung entlassen</translation>
        </message>
        <message>
            <source>Released with a debt slip</source>
            <translation>Mit Schuldschein entlassen</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>Verlängern</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Berichte</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>Rundung</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Say that {amount} was not paid</source>
            <translation>Erklären, dass {amount} nicht bezahlt wurde</translation>
        </message>
        <message>
            <source>Say that {amount} was paid</source>
            <translation>Erklären, dass {amount} bezahlt wurde</translation>
        </message>
        <message>
            <source>Say which stay it was</source>
            <translation>Parkvorgang angeben</translation>
        </message>
        <message>
            <source>Scan a code with your bank app</source>
            <translation>Einen Code mit der Bank-App scannen</translation>
        </message>
        <message>
            <source>Scan a pass, or type a holder, a plate or a code</source>
            <translation>Ausweis scannen, oder Inhaber, Kennzeichen oder Code tippen</translation>
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
            <source>Scan the ticket, or type its code.</source>
            <translation>Das Ticket scannen oder seinen Code eintippen.</translation>
        </message>
        <message>
            <source>Scan the voucher, or type its code</source>
            <translation>Gutschein scannen oder Code tippen</translation>
        </message>
        <message>
            <source>Scan this code with your bank app</source>
            <translation>Diesen Code mit der Bank-App scannen</translation>
        </message>
        <message>
            <source>Scan, or type a code or a receipt's number and press Enter</source>
            <translation>Scannen, oder Code oder Belegnummer tippen und Enter</translation>
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
            <source>Season pass</source>
            <translation>Dauerparkkarte</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>Seen from the booth</source>
            <translation>Vom Schalter aus gesehen</translation>
        </message>
        <message>
            <source>Seen on the camera</source>
            <translation>Auf der Kamera gesehen</translation>
        </message>
        <message>
            <source>Sell a pass</source>
            <translation>Ausweis verkaufen</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Parkvorgang</translation>
        </message>
        <message>
            <source>Set this PIN</source>
            <translation>Diese PIN setzen</translation>
        </message>
        <message>
            <source>Settled with the driver</source>
            <translation>Mit dem Fahrer geklärt</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>Shift: {name} since {time}</source>
            <translation>Schicht: {name} seit {time}</translation>
        </message>
        <message>
            <source>Short by {amount}</source>
            <translation>{amount} zu wenig</translation>
        </message>
        <message>
            <source>Show it at the booth</source>
            <translation>An der Kasse vorzeigen</translation>
        </message>
        <message>
            <source>Show the ticket it was made for, or press Help.</source>
            <translation>Das Ticket zeigen, zu dem er gehört, oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Show your ticket first, then the voucher.</source>
            <translation>Zuerst das Ticket zeigen, dann den Gutschein.</translation>
        </message>
        <message>
            <source>Sign on</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Sign-on locked</source>
            <translation>Anmeldung gesperrt</translation>
        </message>
        <message>
            <source>Sign-on unlocked</source>
            <translation>Anmeldung entsperrt</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Unterschrift</translation>
        </message>
        <message>
            <source>Simulated garage: real wires, no real money</source>
            <translation>Simulierte Garage: echte Leitungen, kein echtes Geld</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>Since the first day</source>
            <translation>Seit dem ersten Tag</translation>
        </message>
        <message>
            <source>Since {at:moment}</source>
            <translation>Seit {at:moment}</translation>
        </message>
        <message>
            <source>Some of these numbers cannot be right. Count again.</source>
            <translation>Einige dieser Zahlen können nicht stimmen. Bitte neu zählen.</translation>
        </message>
        <message>
            <source>Somebody has closed this already.</source>
            <translation>Das hat schon jemand abgeschlossen.</translation>
        </message>
        <message>
            <source>Somebody here has this name. Add what tells them apart.</source>
            <translation>Diesen Namen gibt es hier schon. Ergänzen Sie, was die beiden unterscheidet.</translation>
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
            <source>Special rate: {rate}</source>
            <translation>Sondertarif: {rate}</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Personal</translation>
        </message>
        <message>
            <source>Staff only: your PIN closes the program</source>
            <translation>Nur für Personal: Ihre PIN beendet das Programm</translation>
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
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Stays</source>
            <translation>Parkvorgänge</translation>
        </message>
        <message>
            <source>Stays from</source>
            <translation>Parkvorgänge ab</translation>
        </message>
        <message>
            <source>Stays to look at</source>
            <translation>Zu prüfende Parkvorgänge</translation>
        </message>
        <message>
            <source>Still due</source>
            <translation>Noch offen</translation>
        </message>
        <message>
            <source>Still owed: {count}</source>
            <translation>Noch offen: {count}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Guthaben</translation>
        </message>
        <message>
            <source>Stored money</source>
            <translation>Guthaben</translation>
        </message>
        <message>
            <source>Stored on it: {amount}</source>
            <translation>Guthaben: {amount}</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Supplies</source>
            <translation>Material</translation>
        </message>
        <message>
            <source>Tailgating</source>
            <translation>Dicht aufgefahren</translation>
        </message>
        <message>
            <source>Tailgating accepted</source>
            <translation>Auffahren anerkannt</translation>
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
            <source>Take at the cashier</source>
            <translation>An der Kasse kassieren</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Wieder aufnehmen</translation>
        </message>
        <message>
            <source>Take from pass</source>
            <translation>Vom Ausweis nehmen</translation>
        </message>
        <message>
            <source>Take over the drawer and the booth</source>
            <translation>Kasse und Häuschen übernehmen</translation>
        </message>
        <message>
            <source>Take paper</source>
            <translation>Papier nehmen</translation>
        </message>
        <message>
            <source>Take validation back</source>
            <translation>Rabatt zurücknehmen</translation>
        </message>
        <message>
            <source>Take {name} back</source>
            <translation>{name} wieder aufnehmen</translation>
        </message>
        <message>
            <source>Taken: {amount}. Give back {change}. Still to pay: {due}.</source>
            <translation>Erhalten: {amount}. Rückgeld: {change}. Noch zu zahlen: {due}.</translation>
        </message>
        <message>
            <source>Taken: {amount}. Still to pay: {due}.</source>
            <translation>Erhalten: {amount}. Noch zu zahlen: {due}.</translation>
        </message>
        <message>
            <source>Tariff</source>
            <translation>Tarif</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>Steuer</translation>
        </message>
        <message>
            <source>Taxi or delivery</source>
            <translation>Taxi oder Lieferung</translation>
        </message>
        <message>
            <source>Technician</source>
            <translation>Technik</translation>
        </message>
        <message>
            <source>Technician is told</source>
            <translation>Techniker verständigt</translation>
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
            <source>That did not work: {words}</source>
            <translation>Das hat nicht geklappt: {words}</translation>
        </message>
        <message>
            <source>That is before the entry.</source>
            <translation>Das ist vor der Einfahrt.</translation>
        </message>
        <message>
            <source>That is still to come.</source>
            <translation>Das liegt noch vor uns.</translation>
        </message>
        <message>
            <source>That stay is over already, or its car is leaving now. Pick another one.</source>
            <translation>Dieser Parkvorgang ist schon beendet, oder das Auto fährt gerade aus. Wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>That stay is over. Nothing is owed.</source>
            <translation>Dieser Parkvorgang ist beendet. Nichts ist offen.</translation>
        </message>
        <message>
            <source>That stay is over. Still owed: {amount}</source>
            <translation>Dieser Parkvorgang ist beendet. Noch offen: {amount}</translation>
        </message>
        <message>
            <source>That was not saved. Please try again, or call the technician.</source>
            <translation>Das wurde nicht gespeichert. Bitte erneut versuchen oder Technik rufen.</translation>
        </message>
        <message>
            <source>That way back is closed now: its terminal or service cannot be reached.</source>
            <translation>Dieser Rückweg ist gerade zu: Terminal oder Dienst sind nicht erreichbar.</translation>
        </message>
        <message>
            <source>The amount is above this lane's limit</source>
            <translation>Der Betrag liegt über der Grenze dieser Spur</translation>
        </message>
        <message>
            <source>The bank says so</source>
            <translation>Die Bank sagt es</translation>
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
            <source>The car had left by then.</source>
            <translation>Da war das Auto schon ausgefahren.</translation>
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
            <source>The card terminal does not answer. Take cash, or try again.</source>
            <translation>Das Kartenterminal antwortet nicht. Bargeld nehmen oder noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The card terminal is busy with another payment. Try again in a moment.</source>
            <translation>Das Kartenterminal ist gerade beschäftigt. Gleich noch einmal versuchen.</translation>
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
            <source>The check did not end: {words}</source>
            <translation>Die Prüfung endete nicht: {words}</translation>
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
            <source>The drawer cannot give {short} of the change.</source>
            <translation>Die Kasse kann {short} vom Rückgeld nicht geben.</translation>
        </message>
        <message>
            <source>The drawer cannot give {short} of the change. Alt Enter again gives a voucher for it.</source>
            <translation>Die Kasse kann {short} vom Rückgeld nicht geben. Noch einmal Alt Enter gibt einen Gutschein dafür.</translation>
        </message>
        <message>
            <source>The drawer holds {amount} in all. Pay change in (F4), or give back less.</source>
            <translation>Die Kasse enthält insgesamt {amount}. Wechselgeld einzahlen (F4) oder weniger zurückgeben.</translation>
        </message>
        <message>
            <source>The drawer is exact.</source>
            <translation>Die Kasse stimmt genau.</translation>
        </message>
        <message>
            <source>The driver asks for help</source>
            <translation>Der Fahrer bittet um Hilfe</translation>
        </message>
        <message>
            <source>The driver pays {price} by card. Terminal: {place}.</source>
            <translation>Der Fahrer zahlt {price} mit Karte. Terminal: {place}.</translation>
        </message>
        <message>
            <source>The driver proves it; no stay was found</source>
            <translation>Der Fahrer belegt es; kein Parkvorgang gefunden</translation>
        </message>
        <message>
            <source>The driver said so</source>
            <translation>Sagt der Fahrer</translation>
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
            <source>The float was not counted: change is not checked against the drawer.</source>
            <translation>Das Wechselgeld wurde nicht gezählt: Rückgeld wird nicht mit der Kasse abgeglichen.</translation>
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
            <source>The most that one stay would cost more: {amount}</source>
            <translation>Höchste Verteuerung eines Parkvorgangs: {amount}</translation>
        </message>
        <message>
            <source>The new ticket is {code}.</source>
            <translation>Das neue Ticket ist {code}.</translation>
        </message>
        <message>
            <source>The office printer did not take it: {words}</source>
            <translation>Der Bürodrucker hat es nicht angenommen: {words}</translation>
        </message>
        <message>
            <source>The price has changed. Look again before you take money.</source>
            <translation>Der Preis hat sich geändert. Bitte erst neu ansehen, dann kassieren.</translation>
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
            <source>The receipt comes out of the printer once more.</source>
            <translation>Die Quittung kommt noch einmal aus dem Drucker.</translation>
        </message>
        <message>
            <source>The same PIN again</source>
            <translation>Dieselbe PIN noch einmal</translation>
        </message>
        <message>
            <source>The shift is closed. Z {number} is printed.</source>
            <translation>Die Schicht ist abgeschlossen. Z {number} wird gedruckt.</translation>
        </message>
        <message>
            <source>The shift is open.</source>
            <translation>Die Schicht läuft.</translation>
        </message>
        <message>
            <source>The shop has used up its vouchers</source>
            <translation>Das Geschäft hat seine Gutscheine aufgebraucht</translation>
        </message>
        <message>
            <source>The square code faces the red light.</source>
            <translation>Der quadratische Code zeigt zum roten Licht.</translation>
        </message>
        <message>
            <source>The terminal's own list says so</source>
            <translation>Die Liste des Terminals sagt es</translation>
        </message>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>Die beiden PINs sind nicht gleich.</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Please type both again.</source>
            <translation>Die beiden PINs sind nicht gleich. Bitte beide neu eingeben.</translation>
        </message>
        <message>
            <source>The validation counts no more.</source>
            <translation>Der Rabatt zählt nicht mehr.</translation>
        </message>
        <message>
            <source>This PIN is too easy to guess. Please choose another.</source>
            <translation>Diese PIN ist zu leicht zu erraten. Bitte eine andere wählen.</translation>
        </message>
        <message>
            <source>This Z is not of this booth.</source>
            <translation>Dieses Z ist nicht von diesem Häuschen.</translation>
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
            <source>This closes nothing: the figures go on.</source>
            <translation>Kein Abschluss: die Zahlen laufen weiter.</translation>
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
            <source>This file</source>
            <translation>Diese Datei</translation>
        </message>
        <message>
            <source>This file cannot be read: {words}. Look at the path.</source>
            <translation>Diese Datei ist nicht lesbar: {words}. Bitte den Pfad prüfen.</translation>
        </message>
        <message>
            <source>This file is too large to be a tariff.</source>
            <translation>Diese Datei ist zu groß für einen Tarif.</translation>
        </message>
        <message>
            <source>This is more than this machine may take. We have called somebody.</source>
            <translation>Das ist mehr, als dieser Automat annehmen darf. Wir haben jemanden gerufen.</translation>
        </message>
        <message>
            <source>This is no UTF-8 text. Save it as UTF-8.</source>
            <translation>Das ist kein UTF-8-Text. Bitte als UTF-8 speichern.</translation>
        </message>
        <message>
            <source>This is no file. Write the path of a tariff file.</source>
            <translation>Das ist keine Datei. Bitte den Pfad einer Tarifdatei eingeben.</translation>
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
            <source>This part</source>
            <translation>Dieser Teil</translation>
        </message>
        <message>
            <source>This pass did not come in here</source>
            <translation>Dieser Ausweis ist hier nicht eingefahren</translation>
        </message>
        <message>
            <source>This pass has expired</source>
            <translation>Dieser Ausweis ist abgelaufen</translation>
        </message>
        <message>
            <source>This pass is already inside</source>
            <translation>Dieser Ausweis ist schon eingefahren</translation>
        </message>
        <message>
            <source>This pass is blocked</source>
            <translation>Dieser Ausweis ist gesperrt</translation>
        </message>
        <message>
            <source>This pass is not valid yet</source>
            <translation>Dieser Ausweis gilt noch nicht</translation>
        </message>
        <message>
            <source>This person does not work here any more.</source>
            <translation>Diese Person arbeitet nicht mehr hier.</translation>
        </message>
        <message>
            <source>This person works here.</source>
            <translation>Diese Person arbeitet hier.</translation>
        </message>
        <message>
            <source>This price holds until {until}.</source>
            <translation>Dieser Preis gilt bis {until}.</translation>
        </message>
        <message>
            <source>This shop's voucher already counts</source>
            <translation>Ein Gutschein dieses Geschäfts zählt schon</translation>
        </message>
        <message>
            <source>This tariff has no price for it.</source>
            <translation>Dieser Tarif hat dafür keinen Preis.</translation>
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
            <source>This voucher belongs to another ticket</source>
            <translation>Dieser Gutschein gehört zu einem anderen Ticket</translation>
        </message>
        <message>
            <source>This voucher is not accepted here</source>
            <translation>Dieser Gutschein gilt hier nicht</translation>
        </message>
        <message>
            <source>This voucher was already used</source>
            <translation>Dieser Gutschein wurde schon benutzt</translation>
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
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Tickets blocked</source>
            <translation>Tickets gesperrt</translation>
        </message>
        <message>
            <source>Tickets replaced</source>
            <translation>Tickets ersetzt</translation>
        </message>
        <message>
            <source>Tickets voided</source>
            <translation>Tickets ungültig gemacht</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Zu beachten</translation>
        </message>
        <message>
            <source>To look at: {count}</source>
            <translation>Anzusehen: {count}</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>Zu zahlen</translation>
        </message>
        <message>
            <source>To the bank</source>
            <translation>Zur Bank</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>Zusammen</translation>
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
            <source>Top up</source>
            <translation>Aufladen</translation>
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
            <source>Total since ever</source>
            <translation>Gesamtsumme seit Beginn</translation>
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
            <source>Try on past stays</source>
            <translation>An Vergangenem testen</translation>
        </message>
        <message>
            <source>Type of spot</source>
            <translation>Stellplatztyp</translation>
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
            <source>Type the path of a tariff file, or choose one.</source>
            <translation>Pfad einer Tarifdatei eingeben oder eine wählen.</translation>
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
            <source>UPI</source>
            <translation>UPI</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>Under the other</source>
            <translation>Nach dem anderen</translation>
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
            <source>Up to {length}</source>
            <translation>Bis {length}</translation>
        </message>
        <message>
            <source>Up to {minutes} min</source>
            <translation>Bis {minutes} Min.</translation>
        </message>
        <message>
            <source>Use a booking or another lane, or press Help.</source>
            <translation>Buchung oder andere Spur nutzen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Use a ticket instead, or press Help.</source>
            <translation>Stattdessen ein Ticket nehmen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Use another lane, or press Help.</source>
            <translation>Andere Spur nutzen oder „Hilfe“ drücken.</translation>
        </message>
        <message>
            <source>Use the ticket you came in with, or press Help.</source>
            <translation>Das Ticket Ihrer Einfahrt nehmen oder „Hilfe“ drücken.</translation>
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
            <source>VAT</source>
            <translation>MwSt.</translation>
        </message>
        <message>
            <source>VAT {percent} %</source>
            <translation>MwSt. {percent} %</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Gültig ab</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Gültig bis</translation>
        </message>
        <message>
            <source>Valid until {date}</source>
            <translation>Gültig bis {date}</translation>
        </message>
        <message>
            <source>Validate</source>
            <translation>Parkrabatt geben</translation>
        </message>
        <message>
            <source>Validated rate {rate}</source>
            <translation>Rabattierter Tarif {rate}</translation>
        </message>
        <message>
            <source>Validated: {amount} off</source>
            <translation>Rabatt gegeben: {amount}</translation>
        </message>
        <message>
            <source>Validation in full</source>
            <translation>Parkrabatt in voller Höhe</translation>
        </message>
        <message>
            <source>Validation {amount}</source>
            <translation>Parkrabatt {amount}</translation>
        </message>
        <message>
            <source>Validation {minutes} min</source>
            <translation>Parkrabatt {minutes} Min.</translation>
        </message>
        <message>
            <source>Validation {percent} %</source>
            <translation>Parkrabatt {percent} %</translation>
        </message>
        <message>
            <source>Validations</source>
            <translation>Rabattierungen</translation>
        </message>
        <message>
            <source>Validations withdrawn</source>
            <translation>Rabattierungen zurückgenommen</translation>
        </message>
        <message>
            <source>Value pass</source>
            <translation>Wertkarte</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>Fahrzeug</translation>
        </message>
        <message>
            <source>Version {version} is published: new stays get it from its first day.</source>
            <translation>Version {version} ist veröffentlicht: Neue Parkvorgänge erhalten sie ab ihrem ersten Tag.</translation>
        </message>
        <message>
            <source>Version {version} was published meanwhile. Look at it, then publish.</source>
            <translation>Inzwischen wurde Version {version} veröffentlicht. Bitte ansehen, dann veröffentlichen.</translation>
        </message>
        <message>
            <source>Version {version}, in force</source>
            <translation>Version {version}, gültig</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>Ungültig</translation>
        </message>
        <message>
            <source>Void: the fee is due again</source>
            <translation>Storno: Gebühr ist wieder fällig</translation>
        </message>
        <message>
            <source>Voided payments</source>
            <translation>Stornierte Zahlungen</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Gutschein</translation>
        </message>
        <message>
            <source>Voucher for {short}</source>
            <translation>Gutschein: {short}</translation>
        </message>
        <message>
            <source>Voucher of {name}</source>
            <translation>Gutschein von {name}</translation>
        </message>
        <message>
            <source>Voucher {number}</source>
            <translation>Gutschein {number}</translation>
        </message>
        <message>
            <source>Vouchers {first} to {last} are on A4 pages: {file}</source>
            <translation>Gutscheine {first} bis {last} stehen auf A4-Seiten: {file}</translation>
        </message>
        <message>
            <source>Vouchers {first} to {last} are printed.</source>
            <translation>Die Gutscheine {first} bis {last} werden gedruckt.</translation>
        </message>
        <message>
            <source>Waiting for the gate board.</source>
            <translation>Wartet auf die Schrankensteuerung.</translation>
        </message>
        <message>
            <source>Waiting for your bank. The barrier opens by itself.</source>
            <translation>Wir warten auf Ihre Bank. Die Schranke öffnet von selbst.</translation>
        </message>
        <message>
            <source>Wants to pay cash</source>
            <translation>Will bar zahlen</translation>
        </message>
        <message>
            <source>We are asking your pass.</source>
            <translation>Wir fragen Ihren Ausweis.</translation>
        </message>
        <message>
            <source>We are calling somebody. Please stay with your car.</source>
            <translation>Wir rufen jemanden. Bitte bleiben Sie beim Auto.</translation>
        </message>
        <message>
            <source>We are calling the booth.</source>
            <translation>Wir rufen die Kasse.</translation>
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
            <source>We are making your payment code.</source>
            <translation>Wir erstellen Ihren Zahlungscode.</translation>
        </message>
        <message>
            <source>We are taking it from your pass.</source>
            <translation>Wir buchen es von Ihrem Ausweis ab.</translation>
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
            <source>We keep asking. As soon as the money is known to have come, the pass is sold.</source>
            <translation>Wir fragen weiter. Sobald feststeht, dass das Geld da ist, ist der Ausweis verkauft.</translation>
        </message>
        <message>
            <source>Weekly cap</source>
            <translation>Wochenhöchstpreis</translation>
        </message>
        <message>
            <source>Weekly cap × {weeks}</source>
            <translation>Wochenhöchstpreis × {weeks}</translation>
        </message>
        <message>
            <source>Weekly rate</source>
            <translation>Wochenpreis</translation>
        </message>
        <message>
            <source>Weekly rate × {weeks}</source>
            <translation>Wochenpreis × {weeks}</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>Willkommen zurück</translation>
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
            <source>What stays</source>
            <translation>Bleibt</translation>
        </message>
        <message>
            <source>What took these is gone from the settings. A supervisor asks the bank.</source>
            <translation>Was sie annahm, steht nicht mehr in den Einstellungen. Die Aufsicht fragt bei der Bank.</translation>
        </message>
        <message>
            <source>What took these is gone from the settings. Ask the bank, pick one, say: paid, or not paid.</source>
            <translation>Was sie annahm, steht nicht mehr in den Einstellungen. Bei der Bank fragen, eine wählen, sagen: bezahlt oder nicht.</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>Wo er ist</translation>
        </message>
        <message>
            <source>Where passes are is forgotten; their next use decides.</source>
            <translation>Wo Ausweise sind, ist vergessen; ihre nächste Nutzung entscheidet.</translation>
        </message>
        <message>
            <source>Who agrees?</source>
            <translation>Wer stimmt zu?</translation>
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
            <source>Without an outcome</source>
            <translation>Ohne Ergebnis</translation>
        </message>
        <message>
            <source>Without an outcome yet</source>
            <translation>Noch ohne Ergebnis</translation>
        </message>
        <message>
            <source>Without it, you cannot drive in.</source>
            <translation>Ohne Ticket keine Einfahrt.</translation>
        </message>
        <message>
            <source>Works elsewhere now</source>
            <translation>Arbeitet jetzt woanders</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Write 60 min; 25 %; 5.00; full; or one of these rates: {names}.</source>
            <translation>Eingeben: 60 min; 25 %; 5.00; full; oder eine dieser Preislisten: {names}.</translation>
        </message>
        <message>
            <source>Write a date and a time, or a length such as +2:15.</source>
            <translation>Datum und Uhrzeit eingeben oder eine Dauer, etwa +2:15.</translation>
        </message>
        <message>
            <source>Write a date and a time, such as 2026-11-20 08:15.</source>
            <translation>Datum und Uhrzeit eingeben, etwa 2026-11-20 08:15.</translation>
        </message>
        <message>
            <source>Write a time, such as 8:15, or a date and a time: 18.11. 22:30</source>
            <translation>Bitte eine Uhrzeit schreiben, etwa 8:15, oder Tag und Uhrzeit: 18.11. 22:30</translation>
        </message>
        <message>
            <source>Write a whole number of percent, or nothing.</source>
            <translation>Ganze Prozentzahl eingeben oder leer lassen.</translation>
        </message>
        <message>
            <source>Write when it begins and ends, such as 08:00 / 12:00.</source>
            <translation>Beginn und Ende eingeben, etwa 08:00 / 12:00.</translation>
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
            <source>Wrong amount</source>
            <translation>Falscher Betrag</translation>
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
            <source>Wrong shop</source>
            <translation>Falsches Geschäft</translation>
        </message>
        <message>
            <source>Wrong tariff</source>
            <translation>Falscher Tarif</translation>
        </message>
        <message>
            <source>Wrong ticket</source>
            <translation>Falsches Ticket</translation>
        </message>
        <message>
            <source>Wrong way</source>
            <translation>Falsche Richtung</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X-Bericht</translation>
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
            <source>You have a new PIN at this booth.</source>
            <translation>Sie haben in diesem Häuschen eine neue PIN.</translation>
        </message>
        <message>
            <source>Your PIN until now</source>
            <translation>Ihre bisherige PIN</translation>
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
            <source>Your pass</source>
            <translation>Ihr Ausweis</translation>
        </message>
        <message>
            <source>Your pass is valid until {ends_at:moment}</source>
            <translation>Ihr Ausweis gilt bis {ends_at:moment}</translation>
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
            <source>Z</source>
            <translation>Z</translation>
        </message>
        <message>
            <source>Z before</source>
            <translation>Z davor</translation>
        </message>
        <message>
            <source>Z report {number}</source>
            <translation>Z-Bericht {number}</translation>
        </message>
        <message>
            <source>Z reports</source>
            <translation>Z-Berichte</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>Zone</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>car</source>
            <translation>car</translation>
        </message>
        <message>
            <source>free spaces</source>
            <translation>freie Plätze</translation>
        </message>
        <message>
            <source>left</source>
            <translation>ausgeschieden</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <source>locked: {count} wrong PINs</source>
            <translation>gesperrt: {count} falsche PINs</translation>
        </message>
        <message>
            <source>no PIN at this booth</source>
            <translation>keine PIN in diesem Häuschen</translation>
        </message>
        <message>
            <source>no pass</source>
            <translation>keine Karte</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>of which {tax}</source>
            <translation>davon {tax}</translation>
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
            <source>signed on</source>
            <translation>angemeldet</translation>
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
            <source>to pay at the booth</source>
            <translation>an der Kasse zu zahlen</translation>
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
            <source>until before</source>
            <translation>bis vor</translation>
        </message>
        <message>
            <source>until {at:date}</source>
            <translation>bis {at:date}</translation>
        </message>
        <message>
            <source>will be taken once at most</source>
            <translation>wird höchstens einmal abgebucht</translation>
        </message>
        <message>
            <source>{amount} are on their way back.</source>
            <translation>{amount} sind unterwegs zurück.</translation>
        </message>
        <message>
            <source>{amount} off</source>
            <translation>{amount} Nachlass</translation>
        </message>
        <message>
            <source>{band}: first {minutes} min</source>
            <translation>{band}: erste {minutes} Min.</translation>
        </message>
        <message>
            <source>{band}: {count} × first {minutes} min</source>
            <translation>{band}: {count} × erste {minutes} Min.</translation>
        </message>
        <message>
            <source>{band}: {count} × {minutes} min</source>
            <translation>{band}: {count} × {minutes} Min.</translation>
        </message>
        <message>
            <source>{by}: free parking</source>
            <translation>{by}: kostenlos parken</translation>
        </message>
        <message>
            <source>{by}: rate {rate}</source>
            <translation>{by}: Tarif {rate}</translation>
        </message>
        <message>
            <source>{by}: {amount} off</source>
            <translation>{by}: {amount} Nachlass</translation>
        </message>
        <message>
            <source>{by}: {minutes} min free</source>
            <translation>{by}: {minutes} Min. frei</translation>
        </message>
        <message>
            <source>{by}: {percent} % off</source>
            <translation>{by}: {percent} % Nachlass</translation>
        </message>
        <message>
            <source>{count} stays of class {vehicle} have no price there.</source>
            <translation>{count} Parkvorgänge der Klasse {vehicle} haben dort keinen Preis.</translation>
        </message>
        <message>
            <source>{count} stays would cost more, {least} less, {same} the same.</source>
            <translation>{count} Parkvorgänge würden mehr kosten, {least} weniger, {same} gleich viel.</translation>
        </message>
        <message>
            <source>{count} would pay more than double; {free} were free and would pay.</source>
            <translation>{count} würden mehr als das Doppelte zahlen; {free} waren frei und würden zahlen.</translation>
        </message>
        <message>
            <source>{count} × over {minutes} min</source>
            <translation>{count} × über {minutes} Min.</translation>
        </message>
        <message>
            <source>{count} × up to {minutes} min</source>
            <translation>{count} × bis {minutes} Min.</translation>
        </message>
        <message>
            <source>{count} × {minutes} min</source>
            <translation>{count} × {minutes} Min.</translation>
        </message>
        <message>
            <source>{days} d</source>
            <translation>{days} T.</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} T. {hours} Std.</translation>
        </message>
        <message>
            <source>{done} of {of} stays</source>
            <translation>{done} von {of} Parkvorgängen</translation>
        </message>
        <message>
            <source>{file}, not published; version {version} is in force</source>
            <translation>{file}, nicht veröffentlicht; Version {version} gilt</translation>
        </message>
        <message>
            <source>{first} for the first {start} min, then {price} per {minutes} min</source>
            <translation>{first} für die ersten {start} Min., dann {price} je {minutes} Min.</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} Std.</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} Std. {minutes} Min.</translation>
        </message>
        <message>
            <source>{inside} of {spaces}</source>
            <translation>{inside} von {spaces}</translation>
        </message>
        <message>
            <source>{inside}, no limit</source>
            <translation>{inside}, ohne Grenze</translation>
        </message>
        <message>
            <source>{lane} calls</source>
            <translation>{lane} ruft</translation>
        </message>
        <message>
            <source>{left} left of {amount}</source>
            <translation>{left} übrig von {amount}</translation>
        </message>
        <message>
            <source>{length} · since {at}</source>
            <translation>{length} · seit {at}</translation>
        </message>
        <message>
            <source>{method} given back × {count}</source>
            <translation>{method} erstattet × {count}</translation>
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
            <source>{name} has a new PIN at this booth.</source>
            <translation>{name} hat in diesem Häuschen eine neue PIN.</translation>
        </message>
        <message>
            <source>{name} may do nothing here any more.</source>
            <translation>{name} darf hier nichts mehr tun.</translation>
        </message>
        <message>
            <source>{name} may sign on now, with the PIN you typed.</source>
            <translation>{name} kann sich jetzt mit der eingegebenen PIN anmelden.</translation>
        </message>
        <message>
            <source>{name} since {time}</source>
            <translation>{name} seit {time}</translation>
        </message>
        <message>
            <source>{name} works here again, with the PIN you typed.</source>
            <translation>{name} arbeitet wieder hier, mit der eingegebenen PIN.</translation>
        </message>
        <message>
            <source>{price} a day</source>
            <translation>{price} pro Tag</translation>
        </message>
        <message>
            <source>{price} a week</source>
            <translation>{price} pro Woche</translation>
        </message>
        <message>
            <source>{price} came too late for that. Give them back (F6).</source>
            <translation>{price} kamen dafür zu spät. Zurückgeben (F6).</translation>
        </message>
        <message>
            <source>{price} for the whole stay</source>
            <translation>{price} für den ganzen Aufenthalt</translation>
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
        <message>
            <source>{price} up to {minutes} min, more by length of stay</source>
            <translation>{price} bis {minutes} Min., darüber je nach Parkdauer</translation>
        </message>
        <message>
            <source>{price}: hold the card to the terminal at {place}.</source>
            <translation>{price}: Karte an das Terminal bei {place} halten.</translation>
        </message>
        <message>
            <source>{trouble}. Alt P takes it as a part.</source>
            <translation>{trouble}. Alt P nimmt es als Teil.</translation>
        </message>
        <message>
            <source>{value} % off</source>
            <translation>{value} % Nachlass</translation>
        </message>
        <message>
            <source>{value} min free</source>
            <translation>{value} Min. frei</translation>
        </message>
    </context>
</TS>
