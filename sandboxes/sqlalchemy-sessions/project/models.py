"""What a roastery has in its database: cafés, and their orders until they are delivered."""

from __future__ import annotations

from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

engine = create_engine("sqlite://")


class Base(DeclarativeBase):
    pass


class Cafe(Base):
    __tablename__ = "cafes"

    id: Mapped[int] = mapped_column(primary_key=True)
    orders: Mapped[list[Order]] = relationship(back_populates="cafe", order_by="Order.id")


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    cafe_id: Mapped[int] = mapped_column(ForeignKey("cafes.id"))
    cafe: Mapped[Cafe] = relationship(back_populates="orders")
    coffee: Mapped[str]
    kilos: Mapped[int]
