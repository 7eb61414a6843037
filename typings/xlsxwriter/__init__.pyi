from xlsxwriter import exceptions as exceptions
from xlsxwriter.workbook import Workbook as Workbook
