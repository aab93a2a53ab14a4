package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixField.*;

import java.util.List;

/**
 * The literal tables. Items and their lengths are those of the EUROCONTROL specifications of
 * category 010 edition 1.1, 021 editions 0.23, 0.26 and 2.7, 034 edition 1.29, 048 edition 1.32 and
 * 062 edition 1.21; older editions of 034, 048 and 062 differ only in what we do not read.
 */
final class Categories {
  static final int SURFACE = 10;
  static final int ADSB = 21;
  static final int SERVICE = 34;
  static final int PLOTS = 48;
  static final int TRACKS = 62;

  private static final double SECONDS = 1 / 128.0;
  private static final double TURN_16 = 360 / 65_536.0;
  private static final double TURN_7 = 360 / 128.0;
  private static final double NM_METRES = 1852;
  private static final double KNOTS = 3600 / 16_384.0;
  private static final double FEET_OF_HEIGHT = 6.25;
  private static final double HALF_TURN_23 = 180 / (double) (1 << 23);
  private static final double HALF_TURN_25 = 180 / (double) (1 << 25);
  private static final double HALF_TURN_30 = 180 / (double) (1 << 30);
  private static final double HALF_TURN_31 = HALF_TURN_30 / 2;

  private Categories() {}

  static List<Category> of(Dialect dialect) {
    return List.of(
        surface(dialect.velocityStep()), adsb(dialect.adsb()), service(), plots(), tracks());
  }

  /** Category 010: targets of surface radars and multilateration. */
  private static Category surface(double velocityStep) {
    return new Category(
            SURFACE,
            """
            010=2 000=1 020=1+ 140=3 041=8 040=4 042=4
            200=4 202=4 161=2 170=1+ 060=2 220=3 245=7
            250=R8 300=1 090=2 091=2 270=1+ 550=1 310=1
            500=4 280=R2 131=1 210=2 - SP=X RE=X
            """)
        .number(TIME_S, "140", 0, 24, SECONDS)
        .whole(MESSAGE, "000", 0, 8)
        .whole(TYPE, "020", 0, 3)
        .flag(ON_GROUND, "020", 5)
        .flag(SIMULATED, "020", 8)
        .flag(TEST, "020", 9)
        .flag(FIELD_MONITOR, "020", 10)
        .signed(LAT, "041", 0, 32, HALF_TURN_31)
        .signed(LON, "041", 32, 32, HALF_TURN_31)
        .whole(RANGE_M, "040", 0, 16)
        .number(AZIMUTH_DEG, "040", 16, 16, TURN_16)
        .signed(X_M, "042", 0, 16, 1)
        .signed(Y_M, "042", 16, 16, 1)
        .number(SPEED_KN, "200", 0, 16, KNOTS)
        .number(TRACK_DEG, "200", 16, 16, TURN_16)
        .signed(VX_MS, "202", 0, 16, velocityStep)
        .signed(VY_MS, "202", 16, 16, velocityStep)
        .whole(NUMBER, "161", 4, 12)
        .flag(TENTATIVE, "170", 0)
        .flag(ENDED, "170", 1)
        .flag(COASTED, "170", 2)
        .flag(GHOST, "170", 16)
        .flag(SQUAWK_INVALID, "060", 0)
        .flag(SQUAWK_GARBLED, "060", 1)
        .whole(SQUAWK, "060", 4, 12)
        .whole(ADDRESS, "220", 0, 24)
        .whole(CALLSIGN, "245", 8, 48)
        .flag(FL_INVALID, "090", 0)
        .flag(FL_GARBLED, "090", 1)
        .signed(FL, "090", 2, 14, 0.25)
        .signed(ALTITUDE_FT, "091", 0, 16, FEET_OF_HEIGHT)
        .whole(LENGTH_M, "270", 0, 7)
        .number(ORIENTATION_DEG, "270", 8, 7, TURN_7)
        .whole(WIDTH_M, "270", 16, 7)
        .number(SIGMA_X_M, "500", 0, 8, 0.25)
        .number(SIGMA_Y_M, "500", 8, 8, 0.25)
        .signed(COVARIANCE_M, "500", 16, 16, 0.25);
  }

  private static Category adsb(Dialect.AdsbEdition edition) {
    return switch (edition) {
      case NEWEST -> adsb();
      case V0_23 -> oldAdsb("130=6", "- -", HALF_TURN_23);
      case V0_26 ->
          oldAdsb("130=8", "070=2 131=1", HALF_TURN_25)
              .flag(SQUAWK_INVALID, "070", 0)
              .flag(SQUAWK_GARBLED, "070", 1)
              .whole(SQUAWK, "070", 4, 12);
    };
  }

  /** Category 021: what aircraft say of themselves. */
  private static Category adsb() {
    return new Category(
            ADSB,
            """
            010=2 040=1+ 161=2 015=1 071=3 130=6 131=8
            072=3 150=2 151=2 080=3 073=3 074=4 075=3
            076=4 140=2 090=1+ 210=1 070=2 230=2 145=2
            152=2 200=1 155=2 157=2 160=4 165=2 077=3
            170=6 020=1 220=C( WS=2 WD=2 TMP=2 TRB=1 ) 146=2 148=2 110=C( TIS=1+ TID=R15 ) 016=1
            008=1 271=1+ 132=1 250=R8 260=7 400=1 295=C( 23*1 )
            5*- RE=X SP=X
            """)
        .number(TIME_S, "071", 0, 24, SECONDS)
        .number(TIME_S, "073", 0, 24, SECONDS)
        .number(TIME_S, "075", 0, 24, SECONDS)
        .number(TIME_S, "077", 0, 24, SECONDS)
        .whole(ADDRESS_TYPE, "040", 0, 3)
        .flag(FIELD_MONITOR, "040", 6)
        .flag(ON_GROUND, "040", 9)
        .flag(SIMULATED, "040", 10)
        .flag(TEST, "040", 11)
        .whole(POSITION_REFUSED, "040", 18, 5)
        .whole(NUMBER, "161", 4, 12)
        .signed(LAT, "131", 0, 32, HALF_TURN_30)
        .signed(LON, "131", 32, 32, HALF_TURN_30)
        .signed(LAT, "130", 0, 24, HALF_TURN_23)
        .signed(LON, "130", 24, 24, HALF_TURN_23)
        .whole(ADDRESS, "080", 0, 24)
        .signed(ALTITUDE_FT, "140", 0, 16, FEET_OF_HEIGHT)
        .whole(NIC, "090", 3, 4)
        .whole(NACP, "090", 11, 4)
        .whole(SQUAWK, "070", 4, 12)
        .signed(FL, "145", 0, 16, 0.25)
        .whole(EMERGENCY, "200", 3, 3)
        .signed(RATE_FPM, "155", 1, 15, FEET_OF_HEIGHT)
        .signed(RATE_FPM, "157", 1, 15, FEET_OF_HEIGHT)
        .number(SPEED_KN, "160", 1, 15, KNOTS)
        .number(TRACK_DEG, "160", 16, 16, TURN_16)
        .whole(CALLSIGN, "170", 0, 48)
        .whole(EMITTER, "020", 0, 8);
  }

  /** Category 021 before edition 1. */
  private static Category oldAdsb(String position, String last, double step) {
    int half = position.endsWith("6") ? 24 : 32;
    return new Category(
            ADSB,
            """
            010=2 040=2 030=3 %s 080=3 140=2 090=2
            210=1 230=2 145=2 150=2 151=2 152=2 155=2
            157=2 160=4 165=1+ 170=6 095=1 032=1 200=1
            020=1 220=C( WS=2 WD=2 TMP=2 TRB=1 ) 146=2 148=2 110=C( TIS=1+ TID=R15 ) %s
            5*- RE=X SP=X
            """
                .formatted(position, last))
        .number(TIME_S, "030", 0, 24, SECONDS)
        .flag(ON_GROUND, "040", 1)
        .flag(SIMULATED, "040", 2)
        .flag(TEST, "040", 3)
        .flag(FIELD_MONITOR, "040", 4)
        .whole(OLD_ADDRESS_TYPE, "040", 8, 3)
        .signed(LAT, "130", 0, half, step)
        .signed(LON, "130", half, half, step)
        .whole(ADDRESS, "080", 0, 24)
        .signed(ALTITUDE_FT, "140", 0, 16, FEET_OF_HEIGHT)
        .signed(FL, "145", 0, 16, 0.25)
        .signed(RATE_FPM, "155", 0, 16, FEET_OF_HEIGHT)
        .signed(RATE_FPM, "157", 0, 16, FEET_OF_HEIGHT)
        .signed(SPEED_KN, "160", 0, 16, KNOTS)
        .number(TRACK_DEG, "160", 16, 16, TURN_16)
        .whole(CALLSIGN, "170", 0, 48)
        .whole(EMITTER, "020", 0, 8);
  }

  /** Category 034: what a radar says of itself. */
  private static Category service() {
    return new Category(
            SERVICE,
            """
            010=2 000=1 030=3 020=1 041=2
              050=C( COM=1 - - PSR=1 SSR=1 MDS=2 ) 060=C( COM=1 - - PSR=1 SSR=1 MDS=1 )
            070=R2 100=8 110=1 120=8 090=2 RE=X SP=X
            """)
        .number(TIME_S, "030", 0, 24, SECONDS)
        .whole(MESSAGE, "000", 0, 8)
        .number(SECTOR_DEG, "020", 0, 8, 360 / 256.0)
        .number(ROTATION_S, "041", 0, 16, SECONDS)
        .signed(SITE_HEIGHT_M, "120", 0, 16, 1)
        .signed(SITE_LAT, "120", 16, 24, HALF_TURN_23)
        .signed(SITE_LON, "120", 40, 24, HALF_TURN_23);
  }

  /** Category 048: plots and tracks of one radar. */
  private static Category plots() {
    return new Category(
            PLOTS,
            """
            010=2 140=3 020=1+ 040=4 070=2 090=2 130=C( 7*1 )
            220=3 240=6 250=R8 161=2 042=4 200=4 170=1+
            210=4 030=1+ 080=2 100=4 110=2 120=C( CAL=2 RDS=R6 ) 230=2
            260=7 055=1 050=2 065=1 060=2 SP=X RE=X
            """)
        .number(TIME_S, "140", 0, 24, SECONDS)
        .whole(TYPE, "020", 0, 3)
        .flag(SIMULATED, "020", 3)
        .flag(FIELD_MONITOR, "020", 6)
        .flag(TEST, "020", 8)
        .number(RANGE_NM, "040", 0, 16, 1 / 256.0)
        .number(AZIMUTH_DEG, "040", 16, 16, TURN_16)
        .flag(SQUAWK_INVALID, "070", 0)
        .flag(SQUAWK_GARBLED, "070", 1)
        .whole(SQUAWK, "070", 4, 12)
        .flag(FL_INVALID, "090", 0)
        .flag(FL_GARBLED, "090", 1)
        .signed(FL, "090", 2, 14, 0.25)
        .whole(ADDRESS, "220", 0, 24)
        .whole(CALLSIGN, "240", 0, 48)
        .whole(NUMBER, "161", 4, 12)
        .signed(X_M, "042", 0, 16, NM_METRES / 128)
        .signed(Y_M, "042", 16, 16, NM_METRES / 128)
        .number(SPEED_KN, "200", 0, 16, KNOTS)
        .number(TRACK_DEG, "200", 16, 16, TURN_16)
        .flag(TENTATIVE, "170", 0)
        .flag(ENDED, "170", 8)
        .flag(GHOST, "170", 9)
        .number(SIGMA_X_M, "210", 0, 8, NM_METRES / 128)
        .number(SIGMA_Y_M, "210", 8, 8, NM_METRES / 128)
        .signed(ALTITUDE_FT, "110", 2, 14, 25)
        .whole(FLIGHT_STATUS, "230", 3, 3);
  }

  /** Category 062: tracks of a system of several sensors. */
  private static Category tracks() {
    return new Category(
            TRACKS,
            """
            010=2 - 015=1 070=3 105=8 100=6 185=4
            210=2 060=2 245=7
              380=C( ADR=3 ID=6 MHG=2 IAS=2 TAS=2 SAL=2 FSS=2 TIS=1+ TID=R15 COM=2 SAB=2 ACS=7
                     BVR=2 GVR=2 RAN=2 TAR=2 TAN=2 GS=2 VUN=1 MET=8 EMC=1
                     POS=6 GAL=2 PUN=1 BDS=R8 IAR=2 MAC=2 BPS=2 )
              040=2 080=1+ 290=C( TRK=1 PSR=1 SSR=1 MDS=1 ADS=2 ES=1 VDL=1 UAT=1 LOP=1 MLT=1 )
            200=1 295=C( 31*1 ) 136=2 130=2 135=2 220=2
              390=C( TAG=2 CS=7 IFI=4 FCT=1 TAC=4 WTC=1 DEP=4 DST=4 RDS=3 CFL=2 CTL=2 TOD=R4 AST=6
                     STS=1 STD=7 STA=7 PEM=2 PEC=7 )
            270=1+ 300=1 110=C( SUM=1 PMN=4 POS=6 GA=2 EM1=2 TOS=1 XP=1 ) 120=2 510=3+
              500=C( APC=4 COV=2 APW=4 AGA=1 ABA=1 ATV=2 AA=2 ARC=1 )
              340=C( SID=2 POS=4 HEI=2 MDC=2 MDA=2 TYP=1 )
            5*- RE=X SP=X
            """)
        .number(TIME_S, "070", 0, 24, SECONDS)
        .signed(LAT, "105", 0, 32, HALF_TURN_25)
        .signed(LON, "105", 32, 32, HALF_TURN_25)
        .signed(X_M, "100", 0, 24, 0.5)
        .signed(Y_M, "100", 24, 24, 0.5)
        .signed(VX_MS, "185", 0, 16, 0.25)
        .signed(VY_MS, "185", 16, 16, 0.25)
        .flag(SQUAWK_INVALID, "060", 0)
        .flag(SQUAWK_GARBLED, "060", 1)
        .whole(SQUAWK, "060", 4, 12)
        .whole(ADDRESS, "380/ADR", 0, 24)
        .whole(CALLSIGN, "380/ID", 0, 48)
        .whole(CALLSIGN, "245", 8, 48)
        .whole(FLIGHT_STATUS, "380/COM", 3, 3)
        .whole(NUMBER, "040", 0, 16)
        .flag(TENTATIVE, "080", 6)
        .flag(SIMULATED, "080", 8)
        .flag(ENDED, "080", 9)
        .flag(COASTED, "080", 24)
        .number(PSR_AGE_S, "290/PSR", 0, 8, 0.25)
        .number(SSR_AGE_S, "290/SSR", 0, 8, 0.25)
        .number(MDS_AGE_S, "290/MDS", 0, 8, 0.25)
        .number(ADS_AGE_S, "290/ADS", 0, 16, 0.25)
        .number(ES_AGE_S, "290/ES", 0, 8, 0.25)
        .number(VDL_AGE_S, "290/VDL", 0, 8, 0.25)
        .number(UAT_AGE_S, "290/UAT", 0, 8, 0.25)
        .number(MLT_AGE_S, "290/MLT", 0, 8, 0.25)
        .signed(FL, "136", 0, 16, 0.25)
        .signed(FL, "135", 1, 15, 0.25)
        .signed(ALTITUDE_FT, "130", 0, 16, FEET_OF_HEIGHT)
        .signed(RATE_FPM, "220", 0, 16, FEET_OF_HEIGHT)
        .whole(LENGTH_M, "270", 0, 7)
        .number(ORIENTATION_DEG, "270", 8, 7, TURN_7)
        .whole(WIDTH_M, "270", 16, 7)
        .number(SIGMA_X_M, "500/APC", 0, 16, 0.5)
        .number(SIGMA_Y_M, "500/APC", 16, 16, 0.5)
        .signed(COVARIANCE_M, "500/COV", 0, 16, 0.5)
        .number(SIGMA_LAT_DEG, "500/APW", 0, 16, HALF_TURN_25)
        .number(SIGMA_LON_DEG, "500/APW", 16, 16, HALF_TURN_25);
  }
}
