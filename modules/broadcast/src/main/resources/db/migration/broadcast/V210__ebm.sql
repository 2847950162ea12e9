-- Numbers of messages that go out, by resource and day, and of packets.
create table ebm_number (
  sender  char(23) not null,
  day     date not null,
  last    int not null,
  primary key (sender, day)
);
create sequence ebd_number maxvalue 9999999999999999;
