"""What click says, in Indonesian: the heads of its help, and what was wrong with the arguments."""

import click

_JUDUL = {"Options": "Opsi", "Positional arguments": "Argumen"}
BANTUAN = click.help_option("-h", "--help", help="Tampilkan bantuan ini")
"""Gives a command the option that shows its help."""


class BerkasAda(click.UsageError):
    """The file to be written stands already, and nobody said that it may be replaced."""


class PenulisBantuan(click.HelpFormatter):
    """Writes a help text under Indonesian heads."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """Write the head of a section."""
        super().write_heading(_JUDUL.get(heading, heading))


def salah_pakai(salah: click.UsageError) -> str:
    """Say what was wrong with the arguments: how the command is called, then the fault; its whole help without any."""
    if isinstance(salah, click.exceptions.NoArgsIsHelpError) or salah.ctx is None:
        return f"{salah.format_message()}\n"
    lengkap = f"Bantuan: {salah.ctx.command_path} --help"
    return f"{salah.ctx.get_usage()}\n{lengkap}\n\nGalat: {_sebab(salah, salah.ctx)}.\n"


def _sebab(salah: click.UsageError, konteks: click.Context) -> str:
    """Name a fault from what click knows of it; its own sentence is English."""
    match salah:
        case BerkasAda():
            return salah.message
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"{_sebutan(parameter, konteks)} wajib diisi"
        case click.BadParameter(param=click.Parameter() as parameter):
            jenis = parameter.type
            syarat = "harus berupa bilangan bulat" if isinstance(jenis, type(click.INT)) else "tidak dapat dibaca"
            if isinstance(jenis, click.IntRange):
                syarat += f" dari {jenis.min} sampai {jenis.max}"
            if isinstance(jenis, click.Choice):
                syarat = f"tidak dikenal. Pilihannya: {', '.join(jenis.choices)}"
            return f"nilai {_sebutan(parameter, konteks)} {syarat}"
        case click.NoSuchOption(option_name=nama):
            return f"opsi {nama} tidak dikenal"
        case click.NoSuchCommand(command_name=nama):
            ada = konteks.command.list_commands(konteks) if isinstance(konteks.command, click.Group) else []
            return f"perintah {nama} tidak dikenal. Pilihannya: {', '.join(ada)}"
        case click.BadOptionUsage(option_name=nama):
            bendera = any(isinstance(p, click.Option) and p.is_flag and nama in p.opts for p in konteks.command.params)
            return f"opsi {nama} {'tidak memakai' if bendera else 'memerlukan'} nilai"
    return "sebutkan sebuah perintah" if isinstance(konteks.command, click.Group) else "argumennya terlalu banyak"


def _sebutan(parameter: click.Parameter, konteks: click.Context) -> str:
    if isinstance(parameter, click.Option):
        return f"opsi {' / '.join(parameter.opts)}"
    return f"argumen {parameter.make_metavar(konteks)}"
