import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import { LANGUAGES, type Language } from '../../i18n/language';
import { useMessages } from '../../ui/language';

type Theme = 'light' | 'dark' | 'system';

/** Languages are called by their own names, whatever the language in use. */
const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', sv: 'Svenska' };

/** Language and theme, switched while everything else stays as it is. */
export function SettingsMenu({
  language,
  onLanguage,
  theme,
  themes,
  onTheme,
}: {
  language: Language;
  onLanguage: (language: Language) => void;
  theme: Theme;
  themes: readonly Theme[];
  onTheme: (theme: Theme) => void;
}) {
  const t = useMessages();
  return (
    <Menu
      inline
      checkedValues={{ language: [language], theme: [theme] }}
      onCheckedValueChange={(_event, { name, checkedItems: [item] }) => {
        const nextLanguage = name === 'language' && LANGUAGES.find((each) => each === item);
        const nextTheme = name === 'theme' && themes.find((each) => each === item);
        if (nextLanguage) onLanguage(nextLanguage);
        if (nextTheme) onTheme(nextTheme);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={t.shell.settings.button}
          title={t.shell.settings.button}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t.shell.settings.language}</MenuGroupHeader>
            {LANGUAGES.map((each) => (
              <MenuItemRadio key={each} name="language" value={each} lang={each}>
                {LANGUAGE_NAMES[each]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t.shell.settings.theme}</MenuGroupHeader>
            {themes.map((each) => (
              <MenuItemRadio key={each} name="theme" value={each}>
                {t.shell.settings[each]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
