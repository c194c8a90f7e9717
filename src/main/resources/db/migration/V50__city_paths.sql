-- Each of the city's systems has a path of its own now: what stood still on the one they shared stands
-- still where its agency is. That the shared one was broken says nothing of any of them.
delete from pause where path = 'city-network' and agency = '' and cause = 'BROKEN';
update pause set path = 'city-network-resident' where path = 'city-network' and agency = 'city-resident-system';
update pause set path = 'city-network-tax' where path = 'city-network' and agency = 'city-tax-system';
update pause set path = 'city-network-care' where path = 'city-network' and agency = 'city-care-system';
update pause set path = 'city-network-nhi' where path = 'city-network' and agency = 'nhi-system';
