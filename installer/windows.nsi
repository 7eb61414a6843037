; The installer for Windows: for one person, without administrator rights, into a folder of its own that an
; uninstall may remove whole. Made by `python run.py build --pack` with VERSION, SOURCE (the built folder) and TARGET.
Unicode true
Target amd64-unicode ; the program is 64-bit, so its installer may be
!include "MUI2.nsh"

!define HOME "$LOCALAPPDATA\Programs\Balcao"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Balcao"

Name "Balcão"
OutFile "${TARGET}"
InstallDir "${HOME}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Balcão"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Balcão: atendimento ao consumidor"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT, Balcão contributors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "${HOME}\balcao.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_LANGUAGE "English"

Section "Balcão"
  ; A running program holds its file: stop before anything is replaced.
  IfFileExists "${HOME}\balcao.exe" 0 free
  ClearErrors
  Delete "${HOME}\balcao.exe"
  IfErrors 0 free
  MessageBox MB_ICONEXCLAMATION|MB_OK "O Balcão está aberto. Feche-o e instale de novo." /SD IDOK
  Abort
free:
  RMDir /r "${HOME}\_internal"
  SetOutPath "${HOME}"
  File /r "${SOURCE}/*"
  WriteUninstaller "${HOME}\desinstalar.exe"
  CreateShortcut "$SMPROGRAMS\Balcão.lnk" "${HOME}\balcao.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Balcão"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "${HOME}\balcao.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Balcão contributors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"${HOME}\desinstalar.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; The person's data and settings live elsewhere and stay.
Section "Uninstall"
  Delete "$SMPROGRAMS\Balcão.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  RMDir /r "${HOME}"
SectionEnd
