-- Weighing an event looks up what came of it before; without this it reads every invitation there is.
ALTER TABLE vault.invitation ADD KEY event (event);
