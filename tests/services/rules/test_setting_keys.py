"""A setting that is not stored counts as on the first day wherever it is read, also while an answer is written."""

from __future__ import annotations

from sqlalchemy import delete

from app.models.schema.settings import BusinessSetting
from app.services import setting_keys
from app.services.database import Database
from app.services.first_day import original_setting
from app.services.reply_book import UNDO_SEND_SETTING, undo_wait


def test_each_key_is_a_setting_of_the_first_day() -> None:
    keys = [value for name, value in vars(setting_keys).items() if name.endswith("_SETTING")]
    assert len(set(keys)) == len(keys)
    assert all(original_setting(key) is not None for key in keys)


def test_the_wait_before_sending_is_the_first_days_while_nobody_stored_one(database: Database) -> None:
    database.quiet(
        lambda connection: connection.execute(delete(BusinessSetting).where(BusinessSetting.key == UNDO_SEND_SETTING))
    )
    with database.read() as connection:
        assert undo_wait(connection).total_seconds() == original_setting(UNDO_SEND_SETTING)
