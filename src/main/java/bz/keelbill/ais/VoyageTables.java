package bz.keelbill.ais;

import static bz.keelbill.ais.ApplicationField.*;
import static bz.keelbill.ais.Quantity.*;

/** What ships say of themselves and of their voyages, and ports to them. */
final class VoyageTables {

  /** DAC 1, FI 24: SN.1/Circ.289, extended ship static and voyage related data. */
  static final ApplicationLayout EXTENDED_STATIC =
      ApplicationLayout.draft("extended_static")
          .number(LINKAGE, 0, 10, POSITIVE)
          .number(AIR_DRAUGHT, 10, 13, hundredths(1, 8191))
          .text(LAST_PORT, 23, 5)
          .text(NEXT_PORT, 53, 5)
          .text(SECOND_PORT, 83, 5)
          .numbers(
              113,
              2,
              whole(1, 3),
              EQUIPMENT_AIS,
              EQUIPMENT_TRACKING_AID,
              EQUIPMENT_WATCH_ALARM,
              EQUIPMENT_ECDIS_BACKUP,
              EQUIPMENT_CHART,
              EQUIPMENT_ECHO_SOUNDER,
              EQUIPMENT_PLOTTING_AID,
              EQUIPMENT_EMERGENCY_STEERING,
              EQUIPMENT_GNSS,
              EQUIPMENT_GYRO_COMPASS,
              EQUIPMENT_LRIT,
              EQUIPMENT_MAGNETIC_COMPASS,
              EQUIPMENT_NAVTEX,
              EQUIPMENT_ARPA,
              EQUIPMENT_RADAR_S,
              EQUIPMENT_RADAR_X,
              EQUIPMENT_HF,
              EQUIPMENT_INMARSAT,
              EQUIPMENT_MF,
              EQUIPMENT_VHF,
              EQUIPMENT_GROUND_LOG,
              EQUIPMENT_WATER_LOG,
              EQUIPMENT_HEADING_DEVICE,
              EQUIPMENT_TRACK_CONTROL,
              EQUIPMENT_RECORDER)
          .number(ICE_CLASS, 165, 4, whole(0, 14))
          .number(SHAFT_POWER, 169, 18, whole(0, 262_142))
          .number(VHF_CHANNEL, 187, 12, POSITIVE)
          .text(LLOYDS_TYPE, 199, 7)
          .number(GROSS_TONNAGE, 241, 18, whole(0, 262_142))
          .numbers(259, 2, whole(1, 2), LADING, HEAVY_FUEL_OIL, LIGHT_FUEL_OIL, DIESEL_OIL)
          .number(BUNKER_OIL, 267, 14, whole(0, 16_382))
          .number(PERSONS, 281, 13, POSITIVE)
          .layout();

  /**
   * DAC 1, FI 16: SN.1/Circ.289 and SN/Circ.236, number of persons on board, which differ in what
   * is spare; and FI 40, its number in M.1371-1.
   */
  static final ApplicationLayout PERSONS_ON_BOARD =
      ApplicationLayout.draft("persons_on_board").number(PERSONS, 0, 13, POSITIVE).layout();

  /** DAC 1, FI 25: SN.1/Circ.289, dangerous cargo indication. */
  static final ApplicationLayout DANGEROUS_CARGO =
      ApplicationLayout.draft("dangerous_cargo")
          .number(QUANTITY_UNIT, 0, 2, POSITIVE)
          .number(QUANTITY, 2, 10, POSITIVE)
          .groups(
              CARGOES,
              12,
              17,
              28,
              ApplicationLayout.draft()
                  .number(CARGO_CODE, 0, 4, POSITIVE)
                  .number(CARGO_SUBTYPE, 4, 13, POSITIVE))
          .layout();

  /** DAC 1, FI 18: SN.1/Circ.289, clearance time to enter port. */
  static final ApplicationLayout CLEARANCE =
      ApplicationLayout.draft("clearance")
          .number(LINKAGE, 0, 10, POSITIVE)
          .date(10)
          .text(PORT_NAME, 30, 20)
          .text(DESTINATION, 150, 5)
          .position(180)
          .layout();

  /** DAC 1, FI 20: SN.1/Circ.289, berthing data. */
  static final ApplicationLayout BERTHING =
      ApplicationLayout.draft("berthing")
          .number(LINKAGE, 0, 10, POSITIVE)
          .number(BERTH_LENGTH, 10, 9, POSITIVE)
          .number(BERTH_DEPTH, 19, 8, tenths(1, 255))
          .number(MOORING, 27, 3, POSITIVE)
          .date(30)
          .number(SERVICES_KNOWN, 50, 1)
          .numbers(
              51,
              2,
              whole(1, 3),
              SERVICE_AGENT,
              SERVICE_FUEL,
              SERVICE_CHANDLER,
              SERVICE_STEVEDORE,
              SERVICE_ELECTRICITY,
              SERVICE_WATER,
              SERVICE_CUSTOMS,
              SERVICE_CARTAGE,
              SERVICE_CRANES,
              SERVICE_LIFTS,
              SERVICE_MEDICAL,
              SERVICE_NAVIGATION_REPAIR,
              SERVICE_PROVISIONS,
              SERVICE_SHIP_REPAIR,
              SERVICE_SURVEYOR,
              SERVICE_STEAM,
              SERVICE_TUGS,
              SERVICE_SOLID_WASTE,
              SERVICE_LIQUID_WASTE,
              SERVICE_HAZARDOUS_WASTE,
              SERVICE_BALLAST,
              SERVICE_ADDITIONAL,
              SERVICE_REGIONAL_1,
              SERVICE_REGIONAL_2)
          .text(BERTH_NAME, 103, 20)
          .position(223)
          .layout();

  private VoyageTables() {}
}
