-- Run once, by the server's superuser, in the database of the service.
-- The owner migrates; the application role serves, and row-level security binds it.
\getenv owner_password INSIGHT_OWNER_PASSWORD
\getenv app_password INSIGHT_APP_PASSWORD
create extension if not exists vector;
create role insight_owner login nosuperuser nobypassrls password :'owner_password';
create role insight_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
grant create on database insight to insight_owner;
grant usage, create on schema public to insight_owner;
