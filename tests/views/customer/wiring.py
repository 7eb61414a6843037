"""The services of the customers' screen on an opened database."""

from __future__ import annotations

from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_reader import CaseReader, TreeShelf
from app.services.customer_merge import CustomerMergeService
from app.services.customers import CustomerService
from app.services.database import Database
from app.services.mention_book import MentionBook


def customer_services(database: Database) -> tuple[CustomerService, CustomerMergeService]:
    """Return the two services that write customers."""
    clock = CaseClock()
    book = CaseBook(mentions=MentionBook())
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=clock)
    customers = CustomerService(
        database=database, book=book, desk=CaseDesk(database=database, book=book, clock=clock, reader=reader)
    )
    return customers, CustomerMergeService(database=database, book=book, customers=customers)
